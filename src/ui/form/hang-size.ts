/** Most rows of tables with which the sheet to be hung up is set in large letters. */
const mostLarge = 12;

/** In which letters a sheet to be hung up is printed, so that it stays one: `large`, or '' for the usual ones. */
export function hangSize(rows: number): 'large' | '' {
  return rows <= mostLarge ? 'large' : '';
}
