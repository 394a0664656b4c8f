using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>Keeps a record as JSON in one column. Records do not change: another one is another value.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="property">The property.</param>
    /// <param name="type"><c>json</c> for what is kept as it came, <c>jsonb</c> for what people may look into.</param>
    public static PropertyBuilder<TValue> HasJson<TValue>(this PropertyBuilder<TValue> property, string type)
        => property.HasColumnType(type).HasConversion(
            new ValueConverter<TValue, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<TValue>(text, Json)!),
            new ValueComparer<TValue>((left, right) => ReferenceEquals(left, right), value => RuntimeHelpers.GetHashCode(value), value => value));
}
