using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>What was ordered, by the key under which it is rendered.</summary>
internal sealed record AskedCaptionView(string Template, string TriggerType, string TriggerId, string Subject, int RequestNo, string Instructions)
{
    /// <summary>Where its instruction shows up.</summary>
    public static string InstructionsOf(string template) => $"/api/v1/instructions?template={Uri.EscapeDataString(template)}";

    public static AskedCaptionView From(CaptionOrder order)
        => new(order.Template, order.TriggerType, order.TriggerId, order.Subject, order.RequestNo, InstructionsOf(order.Template));
}
