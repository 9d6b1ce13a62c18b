/** Reserved option id: the company has not chosen yet. A page that decides needs no more of the company's words. */
export const unset = 'unset';

/** Its name as readers see it. */
export const unsetText = '未設定';
