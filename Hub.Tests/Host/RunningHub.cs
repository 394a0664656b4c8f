using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Hub.Host;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Host;

/// <summary>The whole hub in this process, on a database and a data folder of its own, listening on a free port.</summary>
internal sealed class RunningHub : IAsyncDisposable
{
    private readonly List<HttpClient> _clients = [];

    private RunningHub(HubApplication application, TestDatabase database, string dataFolder)
        => (Application, Database, DataFolder) = (application, database, dataFolder);

    public HubApplication Application { get; }

    public TestDatabase Database { get; }

    public string DataFolder { get; }

    public Uri Address => new(Application.Web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="settings">As on the command line.</param>
    /// <param name="map">Endpoints of the test's own.</param>
    public static async Task<RunningHub> StartAsync(string[] settings, Action<WebApplication>? map = null)
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("hub-host-").FullName;
        var application = HubApplication.Build([.. SettingsFor(database, folder), .. settings]);
        map?.Invoke(application.Web);
        await application.StartAsync(CancellationToken.None);
        return new(application, database, folder);
    }

    public static string[] SettingsFor(TestDatabase database, string dataFolder) =>
    [
        $"--ConnectionStrings:Hub={database.ConnectionString}",
        $"--Data:Folder={dataFolder}",
        "--Urls=http://127.0.0.1:0",
        "--Render:Worker:Enabled=false",
        "--Logging:Console:LogLevel:Default=None",
    ];

    /// <summary>A client without any login.</summary>
    /// <param name="from">Address it comes from, any of 127.0.0.0/8.</param>
    public HttpClient Client(string from = "127.0.0.1")
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new HttpClient(handler) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    public HttpClient ClientOf(string name, string password, string from = "127.0.0.1")
    {
        var client = Client(from);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Application.Web.StopAsync();
        await Application.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }
}
