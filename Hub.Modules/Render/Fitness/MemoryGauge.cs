using System.Globalization;

namespace Hub.Modules.Render.Fitness;

/// <summary>Memory that programs can still get: the machine's, or less where a control group (a container, a service) limits it.</summary>
/// <param name="root">Where the system's files are; another folder in tests.</param>
internal sealed class MemoryGauge(string root = "/")
{
    /// <returns>Bytes.</returns>
    public long Available()
    {
        if (!OperatingSystem.IsLinux())
        {
            var memory = GC.GetGCMemoryInfo();
            return Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
        }

        return LeftInGroups().Append(AvailableOnMachine()).Min();
    }

    private long AvailableOnMachine()
        => Lines("proc/meminfo").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["MemAvailable:", _, "kB"]).Select(words => Number(words[1]) * 1024)
            .FirstOrDefault(long.MaxValue);

    /// <summary>A group is limited by all above it, too. Version 1 and 2 differ in the names only.</summary>
    private IEnumerable<long> LeftInGroups()
    {
        foreach (var line in Lines("proc/self/cgroup"))
        {
            // Where the process is: hierarchy:controllers:path.
            var left = line.Split(':', 3) switch
            {
                ["0", "", var path] => Left("sys/fs/cgroup", path, "memory.max", "memory.current", "inactive_file"),
                [_, var controllers, var path] when controllers.Split(',').Contains("memory", StringComparer.Ordinal)
                    => Left("sys/fs/cgroup/memory", path, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
                _ => [],
            };
            foreach (var bytes in left)
            {
                yield return bytes;
            }
        }
    }

    private IEnumerable<long> Left(string hierarchy, string path, string limitFile, string usageFile, string reclaimable)
    {
        // In a container the path may be the one outside; what does not exist here is passed over.
        for (var group = path.Trim('/'); ; group = group.Contains('/', StringComparison.Ordinal) ? group[..group.LastIndexOf('/')] : "")
        {
            var folder = Path.Combine(hierarchy, group);
            if (Number(Lines(Path.Combine(folder, limitFile)).FirstOrDefault()) is var limit and > 0 and < long.MaxValue / 2)
            {
                var cache = Lines(Path.Combine(folder, "memory.stat")).Select(line => line.Split(' '))
                    .Where(words => words.Length == 2 && words[0] == reclaimable).Select(words => Number(words[1])).FirstOrDefault();
                yield return Math.Max(0, limit - Number(Lines(Path.Combine(folder, usageFile)).FirstOrDefault()) + cache);
            }

            if (group.Length == 0)
            {
                yield break;
            }
        }
    }

    private string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(root, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static long Number(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
