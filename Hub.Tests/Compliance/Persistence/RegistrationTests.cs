using System.Diagnostics;
using FluentAssertions;
using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Adapters.Persistence.Postgres.Outbox;
using Hub.Modules.Kernel;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hub.Tests.Compliance.Persistence;

/// <summary>What is refused at the start does not depend on the transport.</summary>
internal sealed class RegistrationTests() : PersistenceSpec(TransportUnderTest.InMemory)
{
    [Test]
    public async Task A_module_maps_the_outbox_at_run_time_and_its_migrations_do_not_know_it()
    {
        var design = new DbContextOptionsBuilder<LedgerDbContext>();
        ModuleDatabase.Configure(design, NpgsqlDataSource.Create("Host=localhost"), LedgerDbContext.Schema);
        await using var atDesignTime = new LedgerDbContext(design.Options);
        var hub = await StartHubAsync(_ => { });

        await hub.InScopeAsync(async scope =>
        {
            var atRunTime = scope.GetRequiredService<LedgerDbContext>();
            atRunTime.Model.FindEntityType(typeof(OutboxMessage)).Should().NotBeNull();
            atRunTime.Database.GenerateCreateScript().Should().Be(atDesignTime.Database.GenerateCreateScript()).And.NotContain("outbox");
            await Task.CompletedTask;
        });
    }

    [Test]
    public async Task A_pooled_context_is_refused_at_the_start()
    {
        var start = () => StartHubAsync(new HubSetup { Services = services => services.AddDbContextPool<LedgerDbContext>(options => options.UseNpgsql()) });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*LedgerDbContext*AddModuleDbContext*");
    }

    [Test]
    public async Task An_endpoint_of_no_module_is_refused_at_the_start()
    {
        var start = () => StartHubAsync(bus => bus.AddConsumer<RecordPotConsumer>().Endpoint(endpoint => endpoint.Name = "stranger"));

        (await start.Should().ThrowAsync<Exception>()).WithMessage("*stranger*ledger-*");
    }

    [Test]
    public async Task Delivery_starts_after_the_bus_and_so_stops_before_it()
    {
        var hub = await StartHubAsync(_ => { });

        var services = hub.Services.GetServices<IHostedService>().Select(service => service.GetType().Name).ToList();

        services.IndexOf(nameof(OutboxDeliveryService)).Should().BeGreaterThan(services.IndexOf("MassTransitHostedService")).And.BePositive();
    }

    [Test]
    public async Task The_trace_of_the_publisher_goes_on_in_the_consumer()
    {
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == "MassTransit", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        var seen = new TaskCompletionSource<ActivityTraceId>(TaskCreationOptions.RunContinuationsAsynchronously);
        var hub = await StartHubAsync(new HubSetup
        {
            Services = services => services.AddSingleton(seen),
            Consumers = bus => bus.AddConsumer<TraceConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-trace"),
        });
        using var publisher = new Activity("publisher").Start();

        await hub.PublishAsync(new PotAwarded(Guid.NewGuid()));

        (await seen.Task.WaitAsync(TimeSpan.FromSeconds(60))).Should().Be(publisher.TraceId);
    }

    private sealed class TraceConsumer(TaskCompletionSource<ActivityTraceId> seen) : IConsumer<PotAwarded>
    {
        public Task Consume(ConsumeContext<PotAwarded> context)
        {
            seen.TrySetResult(Activity.Current?.TraceId ?? default);
            return Task.CompletedTask;
        }
    }
}
