using System.Globalization;
using Hub.Contracts.Render;
using Hub.Host;
using Hub.Modules.Render.Templates;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Bench.Queue;

/// <summary>
/// The whole hub in this process, with a private PostgreSQL of its own, as it comes by default; only the drawing is left out.
/// </summary>
internal sealed class BenchHub : IAsyncDisposable
{
    private const string Template = "NAME";
    private const int Slots = 4;
    private static readonly Uri Requests = new("queue:render-request-render");
    private readonly HubApplication _application;
    private readonly IReadOnlyDictionary<string, string> _fields;
    private int _requested;

    private BenchHub(string name, HubApplication application)
    {
        (Name, _application) = (name, application);
        var template = Services.GetRequiredService<TemplateCatalog>().Find(Template) ?? throw new InvalidOperationException($"There is no template {Template}.");
        _fields = ExampleFields.Of(template);
    }

    public string Name { get; }

    public IServiceProvider Services => _application.Web.Services;

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <param name="name">Column of the table, and part of the names of its folder and its queues.</param>
    /// <param name="folder">Where it keeps its data.</param>
    /// <param name="redis">Connection string.</param>
    /// <param name="isRendering">Whether its worker runs.</param>
    public static async Task<BenchHub> StartAsync(string name, DirectoryInfo folder, string redis, bool isRendering)
    {
        var id = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
        var application = HubApplication.Build(
        [
            $"--Data:Folder={Path.Combine(folder.FullName, id)}",
            $"--ConnectionStrings:Redis={redis}",
            $"--Messaging:Prefix=bench_{id}",
            "--Urls=http://127.0.0.1:0",
            string.Create(CultureInfo.InvariantCulture, $"--Render:Worker:Enabled={isRendering}"),
            string.Create(CultureInfo.InvariantCulture, $"--Render:Worker:Concurrency={Slots}"),
            "--Render:Posters:Enabled=false",
            "--Logging:LogLevel:Default=Warning",
        ]);
        try
        {
            await application.StartAsync(CancellationToken.None);
            return new(name, application);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts requests for clips, each another one, into the queue of the coordinator.</summary>
    public async Task RequestAsync(int clips)
    {
        var queue = await Services.GetRequiredService<IBus>().GetSendEndpoint(Requests);
        await Parallel.ForAsync(0, clips, async (_, cancellationToken) => await queue.Send(NextRequest(), cancellationToken));
    }

    /// <summary>Waits until so many instructions after the given one have the given status.</summary>
    public async Task WaitForAsync(int clips, string status, int after)
    {
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(5);
        while (await CountAsync(status, after) is var count && count < clips)
        {
            if (TimeProvider.System.GetUtcNow() > deadline)
                throw new TimeoutException($"{count} of {clips} instructions are {status}.");
            await Task.Delay(10);
        }
    }

    /// <summary>Number of the newest instruction; 0 when there is none.</summary>
    public Task<int> NewestAsync() => ReadAsync<int>("SELECT coalesce(max(id), 0) FROM public.render_instructions");

    public async Task<T> ReadAsync<T>(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.Web.StopAsync();
        await _application.DisposeAsync();
    }

    private Task<long> CountAsync(string status, int after)
        => ReadAsync<long>("SELECT count(*) FROM public.render_instructions WHERE id > $1 AND status = $2", new() { Value = after }, new() { Value = status });

    private RequestRender NextRequest() => new()
    {
        TemplateName = Template,
        Fields = _fields,
        TriggerType = "hand_completed",
        TriggerId = string.Create(CultureInfo.InvariantCulture, $"bench/{Interlocked.Increment(ref _requested)}"),
    };
}
