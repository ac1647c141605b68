/** Stories that share topics or a series: slug, day, topics, and the rest of the frontmatter. */
export const lakeStories = [
  ['lake-one', '2013-05-01', '[lake, kosovo]', 'series: lake-years\npart: 1'],
  ['lake-three', '2013-06-01', '[lake, kosovo]', 'series: lake-years\npart: 3'],
  ['lake-ferry', '2013-06-15', '[lake, kosovo, mission]', 'kind: background'],
  ['lake-two', '2013-07-01', '[lake, kosovo]', 'series: lake-years\npart: 2'],
  [
    'lake-monster',
    '2013-08-01',
    '[lake, kosovo]',
    "corrections:\n  - { date: 2013-08-02, kind: retraction, text: 'There is none.' }",
  ],
  ['lake-fish', '2014-01-02', '[kosovo, lake]', ''],
] as const;
