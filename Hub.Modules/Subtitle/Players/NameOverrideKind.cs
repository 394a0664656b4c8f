using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Players;

/// <summary>Corrections of exported names.</summary>
internal sealed class NameOverrideKind : ManualKind<NameOverride, NameOverrideData>
{
    public override string Path => "name-overrides";

    public override string Name => "name_override";

    public override string Words => "name override";

    public override void Check(NameOverrideData data, FieldErrors errors)
    {
        errors.CheckName("exportedName", data.ExportedName);
        errors.CheckName("correctedName", data.CorrectedName);
        if (TextRules.Filled(data.ExportedName) is { } exported && exported == TextRules.Filled(data.CorrectedName))
            errors.Add("correctedName", "is the name as exported");
    }

    public override void Write(NameOverrideData data, NameOverride entry)
    {
        entry.ExportedName = NameKey.Tidy(data.ExportedName!);
        entry.ExportedKey = NameKey.Of(data.ExportedName!);
        entry.CorrectedName = NameKey.Tidy(data.CorrectedName!);
    }

    public override NameOverrideData Show(NameOverride entry) => new() { ExportedName = entry.ExportedName, CorrectedName = entry.CorrectedName };

    public override CaptionImpact ImpactOf(NameOverride entry) => CaptionImpact.OnNames(entry.ExportedName, entry.CorrectedName);

    public override IQueryable<NameOverride> Search(IQueryable<NameOverride> entries, string key) => entries.Where(entry => entry.ExportedKey.Contains(key));
}
