using FluentAssertions;
using Hub.Modules.Render.Fitness;

namespace Hub.Tests.Render.Fitness;

internal sealed class MemoryGaugeTests
{
    private const long Megabyte = 1 << 20;

    private DirectoryInfo _root = null!;

    [SetUp]
    public void MakeRoot()
    {
        _root = Directory.CreateTempSubdirectory("hub-memory-");
        Write("proc/meminfo", "MemTotal:       16384000 kB\nMemFree:          102400 kB\nMemAvailable:    8192000 kB\n");
    }

    [TearDown]
    public void DeleteRoot() => _root.Delete(recursive: true);

    [Test]
    public void Without_a_limit_it_is_what_the_machine_can_give()
        => Available().Should().Be(8000);

    [Test]
    public void A_container_of_version_2_is_limited_by_what_its_group_has_left_and_can_free()
    {
        Write("proc/self/cgroup", "0::/\n");
        Group("sys/fs/cgroup", "memory.max", $"{512 * Megabyte}", "memory.current", 400 * Megabyte, $"anon 1\ninactive_file {100 * Megabyte}\n");

        Available().Should().Be(212);
    }

    [Test]
    public void The_tightest_of_nested_groups_counts_and_one_without_a_limit_does_not()
    {
        Write("proc/self/cgroup", "0::/system.slice/hub.service\n");
        Group("sys/fs/cgroup/system.slice/hub.service", "memory.max", "max", "memory.current", 400 * Megabyte, "");
        Group("sys/fs/cgroup/system.slice", "memory.max", $"{1024 * Megabyte}", "memory.current", 1000 * Megabyte, "");

        Available().Should().Be(24);
    }

    [Test]
    public void Version_1_is_read_too_also_where_the_path_is_the_one_outside_the_container()
    {
        Write("proc/self/cgroup", "9:name=systemd:/\n4:cpu,memory:/docker/0f1e\n0::/\n");
        Group("sys/fs/cgroup/memory", "memory.limit_in_bytes", $"{600 * Megabyte}", "memory.usage_in_bytes", 500 * Megabyte, $"total_inactive_file {50 * Megabyte}\n");

        Available().Should().Be(150);
    }

    [Test]
    public void A_group_beyond_its_limit_has_nothing_left()
    {
        Write("proc/self/cgroup", "0::/\n");
        Group("sys/fs/cgroup", "memory.max", "1000", "memory.current", 2000, "");

        Available().Should().Be(0);
    }

    [Test]
    public void Of_this_machine_something_can_be_told() => new MemoryGauge().Available().Should().BeInRange(1, long.MaxValue - 1);

    private long Available() => new MemoryGauge(_root.FullName).Available() / Megabyte;

    private void Group(string folder, string limitFile, string limit, string usageFile, long usage, string stat)
    {
        Write($"{folder}/{limitFile}", $"{limit}\n");
        Write($"{folder}/{usageFile}", $"{usage}\n");
        Write($"{folder}/memory.stat", stat);
    }

    private void Write(string file, string content)
    {
        var path = Path.Combine(_root.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
