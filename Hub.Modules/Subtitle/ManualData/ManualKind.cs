using System.Globalization;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>One kind of manual data: how it is called, checked, written, shown, and which captions speak of it.</summary>
/// <typeparam name="TEntry">Its row.</typeparam>
/// <typeparam name="TData">What the API takes and shows.</typeparam>
internal abstract class ManualKind<TEntry, TData>
    where TEntry : ManualEntry
    where TData : ManualEntryData
{
    /// <summary>Last part of its address, plural.</summary>
    public abstract string Path { get; }

    /// <summary>One of it in code: in names of operations and of error codes.</summary>
    public abstract string Name { get; }

    /// <summary>One of it in words.</summary>
    public abstract string Words { get; }

    /// <summary>Names what is wrong with <paramref name="data"/>.</summary>
    public abstract void Check(TData data, FieldErrors errors);

    /// <summary>Makes <paramref name="entry"/> hold <paramref name="data"/>, which has been checked, and nothing else.</summary>
    public abstract void Write(TData data, TEntry entry);

    /// <summary>Shows the entry, without what all entries have in common.</summary>
    public abstract TData Show(TEntry entry);

    /// <summary>The captions that say something else once this entry is another.</summary>
    public abstract CaptionImpact ImpactOf(TEntry entry);

    /// <summary>The entries whose name contains <paramref name="key"/>, a <see cref="Captions.NameKey"/>.</summary>
    public abstract IQueryable<TEntry> Search(IQueryable<TEntry> entries, string key);

    /// <summary>The entry in full.</summary>
    public TData View(TEntry entry) => Show(entry) with
    {
        Id = entry.Id,
        Version = entry.Version.ToString(CultureInfo.InvariantCulture),
        ChangedBy = entry.ChangedBy,
        ChangedAt = entry.ChangedAt,
    };
}
