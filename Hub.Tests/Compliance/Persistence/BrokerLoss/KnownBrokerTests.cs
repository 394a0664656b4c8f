using FluentAssertions;
using Hub.Adapters.Persistence.Postgres.BrokerLoss;

namespace Hub.Tests.Compliance.Persistence.BrokerLoss;

internal sealed class KnownBrokerTests
{
    private static readonly KnownBroker Known = new() { Name = "redis/hub", RunId = "run", Counter = 1_000, Repairs = 2 };

    [Test]
    public void A_broker_that_has_the_counter_of_the_last_look_has_lost_nothing()
        => Known.Judge(new BrokerState("run", 1_000, 2)).Should().BeNull();

    [Test]
    public void A_broker_never_seen_before_holds_nothing_of_ours()
        => new KnownBroker { Name = "redis/hub" }.Judge(new BrokerState("run", 1_000, 0)).Should().Be(BrokerLossReason.FirstSeen);

    [TestCase("another run", 1_000L, 2L, BrokerLossReason.Restarted)]
    [TestCase("run", null, 0L, BrokerLossReason.Emptied)]
    [TestCase("run", 999L, 2L, BrokerLossReason.SetBack, TestName = "The broker lost its tail")]
    [TestCase("run", 1_001L, 2L, BrokerLossReason.SetBack, TestName = "The database was set back, or a host died between the two")]
    [TestCase("run", 1_000L, 3L, BrokerLossReason.Repaired)]
    [TestCase("run", 1_000L, 0L, BrokerLossReason.Repaired)]
    public void Anything_else_is_a_loss(string runId, long? counter, long repairs, object reason)
        => Known.Judge(new BrokerState(runId, counter, repairs)).Should().Be((BrokerLossReason)reason);
}
