namespace Hub.Tests.Subtitle.ManualData;

/// <summary>One kind of manual data: something to create, the same spelt otherwise, and something to change it to.</summary>
internal sealed record ManualKindCase(string Path, string Body, string SameName, string Changed)
{
    public static IEnumerable<ManualKindCase> All { get; } =
    [
        new("players", """{"name":"Erik Lindqvist","nationality":"SE"}""", """{"name":" erik  LINDQVIST "}""", """{"name":"Erik Lindqvist","nationality":"NO","isKeyPlayer":true}"""),
        new("name-overrides", """{"exportedName":"OKAFR","correctedName":"Okafor"}""", """{"exportedName":"okafr","correctedName":"Other"}""", """{"exportedName":"OKAFR","correctedName":"Ada Okafor"}"""),
        new("seat-assignments", """{"tableName":"Blue","seat":4,"playerName":"한가람"}""", """{"tableName":"BLUE","seat":4,"playerName":"X"}""", """{"tableName":"Blue","seat":5,"playerName":"한가람"}"""),
        new("staff", """{"name":"Mara Vint","role":"commentator","socialHandle":"@mara"}""", """{"name":"MARA VINT","role":"commentator"}""", """{"name":"Mara Vint","role":"reporter","position":2}"""),
        new("venues", """{"name":"Harbour Casino"}""", """{"name":"harbour casino"}""", """{"name":"Harbour Casino","isCurrent":true}"""),
        new("series", """{"name":"Autumn Series"}""", """{"name":"AUTUMN series"}""", """{"name":"Autumn Series 2026"}"""),
        new("table-assignments", """{"tableName":"Blue","eventCode":"WSOP_2026_E7_WC"}""", """{"tableName":" blue","eventCode":"OTHER"}""", """{"tableName":"Blue","eventCode":"WSOP_2026_E8_ME"}"""),
    ];

    public override string ToString() => Path;
}
