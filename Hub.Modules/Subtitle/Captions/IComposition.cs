namespace Hub.Modules.Subtitle.Captions;

/// <summary>Fills the fields of one After Effects composition. Pure: the same source gives the same texts.</summary>
internal interface IComposition
{
    /// <summary>Name of the composition, which is v1's template_name.</summary>
    string Template { get; }

    /// <summary>What one clip of it is about.</summary>
    CaptionScope Scope { get; }

    /// <summary>Which of the <see cref="CaptionOptions"/> it heeds, by the names they have in the rules file.</summary>
    IReadOnlyList<string> Options => [];

    /// <summary>How many played hands before its own it looks back at; 0 for none.</summary>
    int LooksBack(CaptionOptions options) => 0;

    /// <summary>What is wrong with an option it heeds, in words that follow the option's name; null when nothing is.</summary>
    (string Option, string Problem)? Refuse(CaptionOptions options) => null;

    /// <summary>Field name to text; every field of the composition, empty where nothing is known.</summary>
    IReadOnlyDictionary<string, string> Write(CaptionSource source);
}
