using Hub.Adapters.Scheduling.Quartz;
using Hub.Modules.Kernel;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Tests.Adapters.Scheduling;

/// <summary>A host that runs recurring jobs, and nothing else.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _isStopped;

    private JobHost(IHost host) => _host = host;

    /// <summary>Information and above.</summary>
    public LogLines Log => _host.Services.GetRequiredService<LogLines>();

    public static JobHost Build(string connectionString, params Func<NpgsqlDataSource, IRecurringJob>[] jobs) => Build(connectionString, TimeProvider.System, jobs);

    public static JobHost Build(string connectionString, TimeProvider clock, params Func<NpgsqlDataSource, IRecurringJob>[] jobs)
        => Build(connectionString, clock, services =>
        {
            foreach (var job in jobs)
            {
                services.AddSingleton(provider => job(provider.GetRequiredService<NpgsqlDataSource>()));
            }
        });

    private static JobHost Build(string connectionString, TimeProvider clock, Action<IServiceCollection> addJobs)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Information);
        builder.Services.AddSingleton<LogLines>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogLines>());
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        addJobs(builder.Services);
        builder.Services.AddRecurringJobs();
        return new JobHost(builder.Build());
    }

    public static async Task<JobHost> StartAsync(string connectionString, TimeProvider clock, params Func<NpgsqlDataSource, IRecurringJob>[] jobs)
    {
        var host = Build(connectionString, clock, jobs);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>With a new job for each scope, as modules register theirs when they need what belongs to one.</summary>
    public static async Task<JobHost> StartScopedAsync(string connectionString, Func<NpgsqlDataSource, IRecurringJob> job)
    {
        var host = Build(connectionString, TimeProvider.System, services => services.AddScoped(provider => job(provider.GetRequiredService<NpgsqlDataSource>())));
        await host._host.StartAsync();
        return host;
    }

    public Task RunAsync() => _host.RunAsync();

    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _host.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
