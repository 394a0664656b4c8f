using Hub.Tests.Compliance.Persistence.Captions;
using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>The consumers by what a test wants of them.</summary>
internal static class LedgerEndpoints
{
    public const string RecordPots = "ledger-record-pot";

    public static void RecordsPots(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<RecordPotConsumer>().Endpoint(endpoint => endpoint.Name = RecordPots);

    /// <summary>Without inbox, so that every arrival counts; one at a time, so that the order of consuming is the order of arrival.</summary>
    public static void NotesArrivals(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<ArrivalConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = LedgerModule.Exempt;
            endpoint.ConcurrentMessageLimit = 1;
        });

    public static void HoldsPots(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<HeldConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-held");

    public static void FailsPots(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<FailingConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-failing");

    public static void RecordsCounts(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<CountedConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-counted");

    public static void RecordsFaults(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<FaultConsumer>().Endpoint(endpoint => endpoint.Name = "ledger-fault");

    public static void RunsShotClocks(this IBusRegistrationConfigurator bus)
        => bus.AddSagaStateMachine<ShotClockStateMachine, ShotClock>().Endpoint(endpoint => endpoint.Name = "ledger-shot-clock");

    public static void CaptionsAnyPot(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<AnyPotConsumer>().Endpoint(endpoint => endpoint.Name = "caption-any-pot");
}
