using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace EngageBot.Benchmarks.Weights;

/// <summary>The pieces of words that the npm package eld knows in its large table, with their values by language.</summary>
internal static partial class EldPackage
{
    private const string Table = "package/src/ngrams/large.js";
    private const string Dictionary = "package/src/dictionary.js";

    /// <summary>Each piece as bytes, whether it begins a word, whether it ends one, and what it is worth.</summary>
    public static IEnumerable<(byte[] Piece, bool IsFirst, bool IsLast, IReadOnlyList<(string Language, int Value)> Values)> Pieces(string package)
    {
        var (table, dictionary) = Read(package);
        var bytes = BytesOf(dictionary);
        var start = table.IndexOf("ngrams:{", StringComparison.Ordinal);
        var codes = Pair().Matches(table[table.IndexOf("languages:{", StringComparison.Ordinal)..start]).ToDictionary(pair => pair.Groups[1].Value, pair => CodeOf(pair.Groups[2].Value));
        foreach (Match entry in Entry().Matches(table, start + "ngrams:{".Length))
        {
            var key = (entry.Groups[1].Success ? entry.Groups[1].Value : entry.Groups[2].Value).Replace("\\'", "'", StringComparison.Ordinal);
            var values = entry.Groups[3].Value.Split(',').Select(pair => pair.Split(':')).Select(pair => (codes[pair[0]], int.Parse(pair[1], CultureInfo.InvariantCulture)));
            yield return ([.. key.Trim(' ').Select(letter => bytes[letter])], key.StartsWith(' '), key.EndsWith(' '), [.. values]);
        }
    }

    private static (string Table, string Dictionary) Read(string package)
    {
        using var archive = new TarReader(new GZipStream(File.OpenRead(package), CompressionMode.Decompress));
        var files = new Dictionary<string, string>();
        while (archive.GetNextEntry() is { } entry)
            if (entry.Name is Table or Dictionary)
                files[entry.Name] = new StreamReader(entry.DataStream!, Encoding.UTF8).ReadToEnd();
        return (files[Table], files[Dictionary]);
    }

    // a byte of a letter beyond ASCII is written as one of the letters that small words never hold
    private static Dictionary<char, byte> BytesOf(string dictionary)
    {
        var letters = Quoted().Matches(dictionary[dictionary.IndexOf('[', StringComparison.Ordinal)..]).Select(letter => letter.Groups[1].Value.Replace("\\'", "'", StringComparison.Ordinal)).ToList();
        var bytes = new Dictionary<char, byte>();
        for (var value = letters.Count - 1; value >= 0; value--)
            if (letters[value] is [not ' ' and var letter])
                bytes[letter] = (byte)value;
        for (var digit = '0'; digit <= '9'; digit++)
            bytes.TryAdd(digit, (byte)digit);
        return bytes;
    }

    private static string CodeOf(string code) => code switch { "no" => "nb", "ms" => "id", _ => code };

    [GeneratedRegex("""(\d+):'(\w+)'""")]
    private static partial Regex Pair();

    [GeneratedRegex("""'((?:\\.|[^'\\])+)'""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""\G,?(?:'((?:\\.|[^'\\])+)'|([^:'{},]+)):\{([\d:,]+)\}""")]
    private static partial Regex Entry();
}
