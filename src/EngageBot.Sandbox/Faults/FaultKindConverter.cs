using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Sandbox.Faults;

/// <summary>Writes and reads kinds as <c>error-after</c>.</summary>
internal sealed class FaultKindConverter() : JsonStringEnumConverter<FaultKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
