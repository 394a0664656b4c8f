using System.Globalization;
using FluentAssertions;

namespace Hub.Tests.Support.Servers;

[Parallelizable(ParallelScope.Self)]
internal sealed class PrivateRabbitMqTests
{
    [Test]
    public async Task A_node_goes_with_its_owner_and_leaves_no_folder()
    {
        if (PrivateRabbitMq.FindServer() is null)
            Assert.Ignore("RabbitMQ is not installed.");
        var node = await PrivateRabbitMq.StartAsync(CancellationToken.None);
        Directory.Exists(node.Folder).Should().BeTrue();
        ProcessesAt(node.Folder).Should().NotBeEmpty();

        await node.DisposeAsync();

        Directory.Exists(node.Folder).Should().BeFalse();
        ProcessesAt(node.Folder).Should().BeEmpty();
    }

    /// <summary>Whose home the folder is: its port may be somebody else's the moment it is free.</summary>
    private static IEnumerable<string> ProcessesAt(string folder)
        => Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out _))
            .Where(process => Environment(process).Split('\0').Contains($"HOME={folder}"));

    private static string Environment(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
