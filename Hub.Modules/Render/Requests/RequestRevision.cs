using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Tracking;

namespace Hub.Modules.Render.Requests;

/// <summary>
/// A later revision of a request, and what it does to an instruction. Pure. What no worker has claimed says from now on what the
/// revision says; a clip in the making or finished stays what it is, and is marked stale when that is not true any more.
/// </summary>
/// <param name="Number">Its number.</param>
/// <param name="FieldsJson">Its fields as they are stored.</param>
/// <param name="Verdict">Whether they can be rendered.</param>
/// <param name="WithdrawnBecause">Why the clip is not wanted any more; null for one that is.</param>
internal sealed record RequestRevision(int Number, string FieldsJson, RequestVerdict Verdict, string? WithdrawnBecause)
{
    /// <summary>The instruction must be locked, and know no revision as high as this one.</summary>
    public void ApplyTo(RenderInstruction instruction, DateTimeOffset now)
    {
        instruction.Revision = Number;
        switch (instruction.Status)
        {
            case RenderStatus.Processing or RenderStatus.Completed:
                Mark(instruction, now);
                break;
            // Whoever cancelled it meant it, but may have it rendered again.
            case RenderStatus.Cancelled when !instruction.IsWithdrawn:
                KeepLatest(instruction);
                return;
            default:
                Replace(instruction, now);
                break;
        }

        instruction.IsWithdrawn = WithdrawnBecause is not null;
    }

    private void Mark(RenderInstruction instruction, DateTimeOffset now)
    {
        var changes = KeepLatest(instruction);
        instruction.StaleReason = WithdrawnBecause is { } because ? $"withdrawn: {because}" : changes;
        instruction.StaleAt = instruction.StaleReason is null ? null : instruction.StaleAt ?? now;
    }

    /// <returns>What differs from the instruction's own fields; null when nothing does.</returns>
    private string? KeepLatest(RenderInstruction instruction)
    {
        var changes = FieldChanges.Describe(instruction.LayerDataJson, FieldsJson);
        instruction.LatestFields = changes is null ? null : FieldsJson;
        return changes;
    }

    private void Replace(RenderInstruction instruction, DateTimeOffset now)
    {
        instruction.LayerDataJson = FieldsJson;
        (instruction.LatestFields, instruction.StaleAt, instruction.StaleReason) = (null, null, null);
        instruction.OutputSettingsJson = Verdict.OutputSettingsJson;
        instruction.TemplateVersion = Verdict.TemplateVersion;
        if (WithdrawnBecause is not null)
        {
            End(instruction, RenderStatus.Cancelled, $"withdrawn: {WithdrawnBecause}", now);
        }
        else if (Verdict.Complaint is not null)
        {
            End(instruction, RenderStatus.Failed, Verdict.Complaint, now);
        }
        else if (instruction.Status != RenderStatus.Pending)
        {
            instruction.Reopen();
        }
    }

    private static void End(RenderInstruction instruction, string status, string reason, DateTimeOffset now)
    {
        (instruction.Status, instruction.ErrorMessage) = (status, reason);
        instruction.End(now);
    }
}
