using System.Diagnostics;
using System.Globalization;

namespace Hub.Modules.Kernel;

/// <summary>
/// Named places at which this process can be told to die or to stall, so that what survives it can be proven; docs/testing.md lists
/// them. Passing one costs the read of a field while nothing is armed, and nothing is armed unless somebody configures it.
/// </summary>
public static class KillPoint
{
    private static Armed? _armed;

    /// <summary>Makes one point deadly.</summary>
    /// <param name="name">The point.</param>
    /// <param name="pass">It strikes at this pass, 1 or more.</param>
    /// <param name="stalls">The process is stopped (SIGSTOP) instead of killed; not on Windows.</param>
    public static void Arm(string name, int pass, bool stalls) => Volatile.Write(ref _armed, new Armed(name, pass, stalls));

    /// <summary>A place where the process may die.</summary>
    public static void Pass(string name) => Volatile.Read(ref _armed)?.Pass(name);

    private sealed class Armed(string name, int pass, bool stalls)
    {
        private int _passes;

        public void Pass(string passed)
        {
            if (!string.Equals(passed, name, StringComparison.Ordinal) || Interlocked.Increment(ref _passes) != pass)
            {
                return;
            }

            if (!stalls)
            {
                using var self = Process.GetCurrentProcess();
                self.Kill();
            }

            // Whoever continues the process finds it here.
            using var stop = Process.Start("kill", ["-STOP", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
            stop.WaitForExit();
        }
    }
}
