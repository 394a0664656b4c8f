namespace Hub.Modules.Subtitle.Captions;

/// <summary>Fills the fields of one After Effects composition. Pure: the same source gives the same texts.</summary>
internal interface IComposition
{
    /// <summary>Name of the composition, which is v1's template_name.</summary>
    string Template { get; }

    /// <summary>What one clip of it is about.</summary>
    CaptionScope Scope { get; }

    /// <summary>Field name to text; every field of the composition, empty where nothing is known.</summary>
    IReadOnlyDictionary<string, string> Write(CaptionSource source);
}
