// Jobs one after the other; who waits may leave, and what is under way is finished.

export interface JobLine<Job, Answer> {
  /** Resolves with what was made of the job, or with `gone` when the signal fires while it waits. */
  add(job: Job, signal?: AbortSignal): Promise<Answer>;
  /** Next in turn; nobody waits for it. */
  addFirst(job: Job): void;
  waiting(): number;
  /** Sends everybody away who waits. */
  clear(): void;
}

/** `perform` never rejects. */
export function createJobLine<Job, Answer>(
  perform: (job: Job) => Promise<Answer>,
  gone: Answer,
): JobLine<Job, Answer> {
  interface Place {
    job: Job;
    settle(answer: Answer): void;
  }
  const line: Place[] = [];
  let busy = false;
  return {
    add: (job, signal) => new Promise((resolve) => join(job, resolve, signal)),
    addFirst: (job) => void line.unshift({ job, settle: () => undefined }),
    waiting: () => line.length,
    clear: () => line.splice(0).forEach(({ settle }) => settle(gone)),
  };

  function join(job: Job, resolve: (answer: Answer) => void, signal: AbortSignal | undefined): void {
    const place: Place = {
      job,
      settle(answer) {
        signal?.removeEventListener('abort', leave);
        resolve(answer);
      },
    };
    signal?.addEventListener('abort', leave);
    line.push(place);
    void workOff();

    /** What is under way is finished: its answer is of use to the next who asks. */
    function leave(): void {
      const index = line.indexOf(place);
      if (index < 0) return;
      line.splice(index, 1);
      place.settle(gone);
    }
  }

  async function workOff(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let place = line.shift(); place; place = line.shift()) place.settle(await perform(place.job));
    busy = false;
  }
}
