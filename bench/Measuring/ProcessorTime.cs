using System.Globalization;

namespace Hub.Bench.Measuring;

/// <summary>Processor time of this process and of the children that have ended, which is where ffmpeg's is counted.</summary>
internal static class ProcessorTime
{
    // proc(5): fields 14 to 17 of /proc/self/stat, in clock ticks; the ticks are 1/100 s on every Linux in use.
    private const int FirstField = 14;
    private const double TicksPerSecond = 100;

    /// <summary>Seconds so far; NaN where the system has no /proc.</summary>
    public static double Seconds()
    {
        if (!OperatingSystem.IsLinux())
            return double.NaN;

        // The second field is the program's name in brackets and may contain blanks.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Skip(FirstField - 3).Take(4).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
