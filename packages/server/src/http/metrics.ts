import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Upper bounds of the latency buckets, in seconds. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5] as const;

interface Series {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** A number of the server at this moment, read when the metrics are asked for. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly read: () => number;
}

/** Counters of one server. Label values come from the table of operations only, so that their number is bounded. */
export interface Metrics extends Disposable {
  count(route: string, status: number, seconds: number): void;
  toText(gauges: readonly Gauge[]): string;
}

const head = (name: string, help: string, type: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

/** Counters in the text format of Prometheus 0.0.4, without a library: three series and some gauges need none. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const latencies = new Map<string, Series>();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();

  function count(route: string, status: number, seconds: number): void {
    const labels = `route="${route}",status="${status}"`;
    requests.set(labels, (requests.get(labels) ?? 0) + 1);
    const series = latencies.get(route) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
    latencies.set(route, series);
    series.sum += seconds;
    series.count += 1;
    for (const [at, bound] of BUCKETS.entries()) {
      if (seconds <= bound) series.counts[at] = (series.counts[at] ?? 0) + 1;
    }
  }

  function latencyLines(): string[] {
    const name = 'yunsu_http_request_seconds';
    return [...latencies].flatMap(([route, { counts, sum, count: total }]) => [
      ...BUCKETS.map((bound, at) => `${name}_bucket{route="${route}",le="${bound}"} ${counts[at]}`),
      `${name}_bucket{route="${route}",le="+Inf"} ${total}`,
      `${name}_sum{route="${route}"} ${sum}`,
      `${name}_count{route="${route}"} ${total}`,
    ]);
  }

  function toText(gauges: readonly Gauge[]): string {
    const lines = [
      ...head('yunsu_http_requests_total', 'Requests by route and status.', 'counter'),
      ...[...requests].map(([labels, value]) => `yunsu_http_requests_total{${labels}} ${value}`),
      ...head('yunsu_http_request_seconds', 'Time from the first byte to the answer.', 'histogram'),
      ...latencyLines(),
      ...head('yunsu_event_loop_delay_seconds', 'Delay of the event loop since the last reading.', 'gauge'),
      `yunsu_event_loop_delay_seconds{quantile="0.5"} ${loop.percentile(50) / 1e9}`,
      `yunsu_event_loop_delay_seconds{quantile="0.99"} ${loop.percentile(99) / 1e9}`,
      ...gauges.flatMap(({ name, help, read }) => [...head(name, help, 'gauge'), `${name} ${read()}`]),
    ];
    loop.reset();
    return `${lines.join('\n')}\n`;
  }

  return { count, toText, [Symbol.dispose]: () => loop.disable() };
}
