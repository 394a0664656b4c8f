using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>The time that a player has for a decision: a saga with a timer.</summary>
internal sealed class ShotClock : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }

    public string Status { get; set; } = "Initial";

    public Guid? Token { get; set; }

    public int Expired { get; set; }
}
