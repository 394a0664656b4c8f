using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>A business row that is a saga as well: int key, correlation id made by the database, state as lower-case text.</summary>
internal sealed class ChipStack : SagaStateMachineInstance
{
    public int Id { get; init; }

    public Guid CorrelationId { get; set; }

    public string Status { get; set; } = "Pending";

    public int Chips { get; set; }

    public int Moves { get; set; }
}
