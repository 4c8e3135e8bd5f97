import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Live } from '../live/index.ts'

/** So many pages one person may follow at once. */
const mostOfOne = 12

/** So often a sign of life is sent, so that nothing between closes the line. Milliseconds. */
const beat = 20_000

/**
 * After so long a stream ends, and the browser asks for it anew: whoever has signed out meanwhile, or may not look any more, gets none.
 * Milliseconds.
 */
const longest = 10 * 60_000

/** Streams of server-sent events, as long as somebody looks. */
export type Streams = {
  open(request: FastifyRequest, reply: FastifyReply, topic: string): FastifyReply
  /** Ends all of them: the server is to stop. */
  endAll(): void
}

export function makeStreams(live: Live): Streams {
  const open = new Set<() => void>()
  const counts = new Map<string, number>()
  return {
    open(request, reply, topic) {
      const userId = request.who?.userId ?? ''
      const count = counts.get(userId) ?? 0
      if (count >= mostOfOne) return reply.status(429).send()
      counts.set(userId, count + 1)
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const send = (event: string) => raw.write(`event: ${event}\ndata:\n\n`)
      const forget = live.follow(topic, () => send('changed'))
      const beats = setInterval(() => raw.write(':\n\n'), beat)
      const end = () => {
        if (!open.delete(end)) return
        clearInterval(beats)
        clearTimeout(timer)
        forget()
        const left = (counts.get(userId) ?? 1) - 1
        if (left > 0) counts.set(userId, left)
        else counts.delete(userId)
        raw.end()
      }
      const timer = setTimeout(end, longest)
      open.add(end)
      raw.on('close', end)
      raw.on('error', end)
      send('ready')
      return reply
    },
    endAll() {
      for (const end of open) end()
    },
  }
}
