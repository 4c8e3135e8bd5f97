-- The load of a worker counts what the person who asks may know of. Counted for everybody alike, it told a senior that a
-- worker has a child who is hidden from the senior, and by which programme, with an alert or an interpreter (decision 25).
alter function loads_of_workers(uuid) security invoker;
comment on function loads_of_workers(uuid) is 'What each worker (or one) carries now, as counts of open cases by what their weight hangs on: only cases of children whom the person who asks may know of. It names no child.';
