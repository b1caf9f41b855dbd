import { describe, expect, test } from '@jest/globals'
import { readDockerfile } from '../../../src/domain/image/dockerfile.ts'

const DIGEST = `sha256:${'a'.repeat(64)}`
const read = (text: string, { target, buildArgs = {} }: { target?: string; buildArgs?: Readonly<Record<string, string>> } = {}) =>
  readDockerfile(text, { target, buildArgs })

describe('base image', () => {
  test.each<readonly [name: string, text: string, expected: object | undefined, build?: Parameters<typeof read>[1]]>([
    ['a tag', 'FROM node:24\n', { name: 'docker.io/library/node:24' }],
    ['no tag', 'from node', { name: 'docker.io/library/node:latest' }],
    ['a tag with a digest', `FROM ghcr.io/acme/base:1@${DIGEST} AS x`, { name: 'ghcr.io/acme/base:1', digest: DIGEST }],
    ['a digest', `FROM acme/base@${DIGEST}`, { name: 'docker.io/acme/base', digest: DIGEST }],
    ['a registry with a port', 'FROM localhost:5000/base:1', { name: 'localhost:5000/base:1' }],
    ['a platform', 'FROM --platform=$BUILDPLATFORM node:24', { name: 'docker.io/library/node:24' }],
    ['scratch', 'FROM scratch', undefined],
    ['nothing', '# empty', undefined],
    ['the last stage', 'FROM golang:1 AS build\nFROM alpine:3', { name: 'docker.io/library/alpine:3' }],
    ['a stage from a stage', 'FROM golang:1 AS Build\nFROM build AS app', { name: 'docker.io/library/golang:1' }],
    ['a stage from a numbered stage', 'FROM golang:1\nFROM 0', { name: 'docker.io/library/golang:1' }],
    [
      'an image with the name of a later stage',
      'FROM node\nFROM alpine:3 AS node',
      { name: 'docker.io/library/node:latest' },
      { target: '0' },
    ],
    ['a stage with the name of its image', 'FROM node:24 AS node\nFROM node', { name: 'docker.io/library/node:24' }],
    ['a target', 'FROM golang:1 AS Build\nFROM alpine:3', { name: 'docker.io/library/golang:1' }, { target: 'BUILD' }],
    ['a target that does not exist', 'FROM golang:1', undefined, { target: 'no' }],
    ['an argument', 'ARG V=24\nARG IMAGE=node:${V}\nFROM $IMAGE', { name: 'docker.io/library/node:24' }],
    ['a given argument', 'ARG V=24\nFROM node:$V', { name: 'docker.io/library/node:22' }, { buildArgs: { V: '22' } }],
    ['a default in place', 'ARG V\nFROM node:${V:-20}', { name: 'docker.io/library/node:20' }],
    ['an undeclared argument', 'FROM node:$V', undefined, { buildArgs: { V: '22' } }],
    ['a variable of the builder', 'FROM base-$TARGETARCH', undefined],
    [
      'arguments that double each other',
      `ARG V=ab\n${Array.from({ length: 60 }, (_, at) => `ARG V${at}=$V${at === 0 ? '' : at - 1}$V${at === 0 ? '' : at - 1}`).join('\n')}\nFROM $V59`,
      undefined,
    ],
    ['an unknown form of a variable', 'ARG V=24.1\nFROM node:${V%.*}', undefined],
    ['a continued line', 'FROM \\\n  # why\n\n  node:24', { name: 'docker.io/library/node:24' }],
    ['another escape', '# escape=`\nFROM `\n  node:24', { name: 'docker.io/library/node:24' }],
    ['a byte order mark', '\uFEFFFROM node:24', { name: 'docker.io/library/node:24' }],
    ['a here-document', 'FROM node:24\nRUN <<-"END"\nFROM other\n\tEND\n', { name: 'docker.io/library/node:24' }],
    ['two here-documents', 'FROM node:24\nCOPY <<A <<B /x/\nFROM a\nA\nFROM b\nB\n', { name: 'docker.io/library/node:24' }],
    ['CRLF', 'FROM node:24\r\nLABEL a=b\r\n', { name: 'docker.io/library/node:24' }],
  ])('%s', (_, text, expected, build = {}) => {
    expect(read(text, build).base).toEqual(expected)
  })
})

describe('own labels', () => {
  test.each<readonly [name: string, text: string, expected: readonly string[], build?: Parameters<typeof read>[1]]>([
    ['pairs', `FROM a\nLABEL a=b "c"="d e=f" 'g'=h i="\\"j=k\\""`, ['a', 'c', 'g', 'i']],
    ['continued', 'FROM a\nLABEL a=1 \\\n # x=y\n b=2', ['a', 'b']],
    ['the old form', 'FROM a\nLABEL org.opencontainers.image.title The shop = best', ['org.opencontainers.image.title']],
    ['lower case', 'FROM a\nlabel a=b', ['a']],
    ['none of another stage', 'FROM a\nLABEL a=1\nFROM b\nLABEL b=1', ['b']],
    ['those of the stage below', 'FROM a AS x\nLABEL a=1\nFROM x\nLABEL b=1', ['b', 'a']],
    ['none of images built from it', 'FROM a\nONBUILD LABEL a=1', []],
    ['none of a here-document', 'FROM a\nRUN cat <<EOF\nLABEL a=1\nEOF\nLABEL b=1', ['b']],
    ['none after a comparison in a shell', 'FROM a\nRUN echo $((1<<EOF))\nLABEL a=1', ['a']],
  ])('%s', (_, text, expected, build = {}) => {
    expect(read(text, build).own).toEqual(expected)
  })
})
