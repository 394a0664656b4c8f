using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Names of which one is current: venues, series.</summary>
internal abstract class ProgrammeNameKind<TName> : ManualKind<TName, ProgrammeNameData>
    where TName : ProgrammeName
{
    public override void Check(ProgrammeNameData data, FieldErrors errors) => errors.CheckName("name", data.Name);

    public override void Write(ProgrammeNameData data, TName entry)
    {
        entry.Name = NameKey.Tidy(data.Name!);
        entry.NameKey = NameKey.Of(data.Name!);
        entry.IsCurrent = data.IsCurrent;
    }

    public override ProgrammeNameData Show(TName entry) => new() { Name = entry.Name, IsCurrent = entry.IsCurrent };

    public override CaptionImpact ImpactOf(TName entry) => entry.IsCurrent ? CaptionImpact.OnProgramme : CaptionImpact.None;

    public override IQueryable<TName> Search(IQueryable<TName> entries, string key) => entries.Where(entry => entry.NameKey.Contains(key));
}
