using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EngageBot.Cli;

/// <summary>How results are printed, a line each: fields between tabs, or a JSON object.</summary>
internal static class OutputFormat
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<string> Option()
    {
        var option = new Option<string>("--format") { Description = "tsv or json, a line each.", DefaultValueFactory = _ => "tsv" };
        option.AcceptOnlyFromAmong("tsv", "json");
        return option;
    }

    public static string Tsv(params IEnumerable<string> fields) =>
        string.Join('\t', fields.Select(field => field.ReplaceLineEndings(" ").Replace('\t', ' ')));

    public static string JsonLine(object value) => JsonSerializer.Serialize(value, Json);
}
