/** Words that speak of a topic, and how much each says: by topic id of content/topics.yaml. */
export const topicWords: Readonly<Record<string, Readonly<Record<string, number>>>> = {};
