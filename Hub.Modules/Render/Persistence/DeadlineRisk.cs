namespace Hub.Modules.Render.Persistence;

/// <summary>That an alert is out about a clip which will not be done when it is needed.</summary>
internal sealed class DeadlineRisk
{
    public int InstructionId { get; set; }

    public DateTimeOffset RaisedAt { get; set; }
}
