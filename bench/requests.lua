-- Sends the lines of a file in turn, as paths (GET) or as bodies of forms (POST), and prints what came
-- of it as one line: requests a second, p50 and p99 in milliseconds, errors.
local lines, nth = {}, 0

function init()
  for line in io.lines(os.getenv("LINES_OF")) do
    lines[#lines + 1] = line
  end
  wrk.headers["Accept"] = os.getenv("ACCEPT")
  wrk.method = os.getenv("METHOD")
  if wrk.method == "POST" then
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  end
end

function request()
  nth = nth % #lines + 1
  if wrk.method == "POST" then
    return wrk.format(nil, nil, nil, lines[nth])
  end
  return wrk.format(nil, lines[nth])
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("%.2f\t%.3f\t%.3f\t%d\n", summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
