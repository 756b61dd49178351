import { describe, expect, test } from '@jest/globals'
import { worked } from '../../support/worked.js'
import { content, ids, map, plain, positions, problems } from './support.js'

describe('shapes', () => {
  test.each<[string, string, ReturnType<typeof plain>]>([
    ['a heading of name and value', 'metric,value\nf1,0.8\nauc,0.9', map({ f1: '#0.8', auc: '#0.9' })],
    ['its value heading alone', 'what;value\nf1;0.8\nauc;0.9', map({ f1: '#0.8', auc: '#0.9' })],
    ['no heading', 'f1,0.8\nauc,nan', map({ f1: '#0.8', auc: 'nonfinite:nan' })],
    ['one pair', 'f1,0.8', map({ f1: '#0.8' })],
    ['a pandas series', ',0\nf1,.5\n1,2', map({ f1: '#.5', '1': '#2' })],
    ['one row', 'accuracy;f1\n0.9;0.8', map({ accuracy: '#0.9', f1: '#0.8' })],
    ['one row of a name and a value', 'model,f1\nchurn,0.8', map({ model: 'churn', f1: '#0.8' })],
    [
      'a pandas frame',
      ',f1,n\ncat,0.9,\n0,0.7,6',
      map({ cat: map({ f1: '#0.9', n: 'null:' }), '0': map({ f1: '#0.7', n: '#6' }) }),
    ],
    [
      'records',
      'gender,accuracy\nF,0.9\nM,0.8',
      [map({ gender: 'F', accuracy: '#0.9' }), map({ gender: 'M', accuracy: '#0.8' })],
    ],
    [
      'a row an epoch',
      'epoch\tloss\n1\t0.5\n2\t',
      [map({ epoch: '#1', loss: '#0.5' }), map({ epoch: '#2', loss: 'null:' })],
    ],
  ])('%s', async (_, text, expected) => {
    expect(plain(await content(text, 'm.csv'))).toEqual(expected)
  })

  test('cells', async () => {
    const text = 'a,b,c,d,e,f,g,h\n 1 ,+.5,1e400,inf,NA,n/a,85%," x, ""y"" "\n'
    expect(plain(await content(text, 'm.csv'))).toEqual(
      map({
        a: '#1',
        b: '#+.5',
        c: 'nonfinite:1e400',
        d: 'nonfinite:inf',
        e: 'null:NA',
        f: 'null:n/a',
        g: '85%',
        h: 'x, "y"',
      }),
    )
  })

  test('the delimiter is not looked for inside quotes', async () => {
    expect(plain(await content('"a;b;c",d\n1,2', 'm.csv'))).toEqual(map({ 'a;b;c': '#1', d: '#2' }))
  })
})

describe('positions', () => {
  test.each([
    [
      'a,b\n"x\ny" , 2\n\n3 ,"4"',
      ['[]@1:1', '{}@2:1', 'a=@1:1', 'x\ny@2:1', 'b=@1:3', '2@3:6', '{}@5:1', 'a=@1:1', '3@5:1', 'b=@1:3', '4@5:4'],
    ],
    ['\uFEFFm,n\r\n"a ""b""",2\r\n', ['{}@1:1', 'm=@1:1', 'a "b"@2:1', 'n=@1:3', '2@2:11']],
    [
      'a\tb\n1\t\n\t2\n',
      ['[]@1:1', '{}@2:1', 'a=@1:1', '1@2:1', 'b=@1:3', '@2:3', '{}@3:1', 'a=@1:1', '@3:1', 'b=@1:3', '2@3:2'],
    ],
  ])('%j', async (text, expected) => {
    expect(positions(await content(text, 'm.tsv'))).toEqual(expected)
  })
})

describe('mistakes', () => {
  test.each([
    ['a,b\n1\n1,2,3', ['evidence.csv.ragged 2:1', 'evidence.csv.ragged 3:1']],
    ['a,b,a\n1,2,3', ['evidence.csv.duplicate-column 1:5']],
    ['metric,value\nf1,1\nf1,2', ['evidence.csv.duplicate-row 3:1']],
    [',f1,n\na,1,2\na,3,4', ['evidence.csv.duplicate-row 3:1']],
    ['a,b\n1,"x', ['evidence.csv.quote 2:1']],
    ['a,b\n1,x"y"', ['evidence.csv.quote 2:1']],
    ['a,b\n1,"x" y', ['evidence.csv.quote 2:1']],
    ['a,b\n', ['evidence.csv.no-rows 1:1']],
    [`a,b\n1,"${'x'.repeat(1_100_000)}"`, ['evidence.csv.record-size 2:1']],
  ])('%#', async (text, expected) => {
    expect(await ids(text, 'm.csv')).toEqual(expected)
  })

  test('says how many cells there are and how many there should be', async () => {
    const [found] = await problems('a,b\n1,2,3', 'm.csv')
    expect(found?.message.params).toEqual({ expected: 2, found: 3 })
  })

  test('a large table is read in time, a huge one is refused', async () => {
    const start = worked()
    await content(`a,b\n${'0.25,x\n'.repeat(100_000)}`, 'm.csv')
    expect(worked() - start).toBeLessThan(10_000)
    expect(await ids(`a,b,c,d\n${'1,2,3,4\n'.repeat(260_000)}`, 'm.csv')).toEqual(['evidence.too-many -:-'])
  })

  test('a table of ragged rows is given up at the twentieth', async () => {
    const text = `a,b\n${'1\n'.repeat(524_288)}`
    const start = worked()
    const found = await ids(text, 'm.csv')
    expect(worked() - start).toBeLessThan(1000)
    expect([found.length, found[0], found.at(-1)]).toEqual([20, 'evidence.csv.ragged 2:1', 'evidence.csv.ragged 21:1'])
  })
})
