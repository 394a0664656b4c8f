using Hub.Tests.Compliance.TransportFaults.Ledgers;
using Hub.Tests.Compliance.TransportFaults.Requests;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>A host that does work, for a process of its own or for the test's.</summary>
internal static class ConsumerHost
{
    /// <summary>What remains to be done once nobody waits for handlers any more.</summary>
    private static readonly TimeSpan LastSteps = TimeSpan.FromSeconds(5);

    public static IHost Build(ConsumerSettings settings, Action<ILoggingBuilder> logging)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        logging(builder.Logging);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(_ => new Ledger(settings.Folder, settings.Name));
        builder.Services.Configure<MassTransitHostOptions>(options => (options.WaitUntilStarted, options.StopTimeout) = (true, settings.StopPatience));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.StopPatience + LastSteps);
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddConsumer<WorkConsumer, WorkConsumerDefinition>();
            bus.AddConsumer<QuestionConsumer, QuestionConsumerDefinition>();
            settings.Bus.Use(bus);
        });
        return builder.Build();
    }
}
