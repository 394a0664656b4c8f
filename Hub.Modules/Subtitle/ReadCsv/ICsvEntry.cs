namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>What a row says, as it is kept.</summary>
internal interface ICsvEntry
{
    /// <summary>What tells it apart from the other rows of its tournament, so that a row that has become unreadable finds its former self.</summary>
    string Key { get; }
}
