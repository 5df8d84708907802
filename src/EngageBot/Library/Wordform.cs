using System.Globalization;
using DotLiquid;

namespace EngageBot.Library;

/// <summary>A checked Liquid template; it sees the known fields and nothing else, and rendering it is safe from any thread.</summary>
internal sealed class Wordform
{
    private const int MostSteps = 200;
    private const int Patience = 2_000;

    /// <summary>What a template may speak of.</summary>
    public static readonly IReadOnlySet<string> Fields = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "first_name", "handle", "account", "echo", "show", "answer", "link", "snippet", "teller",
        "sign_off", "greeting", "first_contact", "returning", "follow_up", "time", "language",
        "turn", "we_said", "we_asked", "owed", "asked", "rested",
    };

    private readonly Template template;

    private Wordform(Template template, IReadOnlySet<string> needs, int line, bool asks)
    {
        this.template = template;
        Needs = needs;
        Line = line;
        Asks = asks;
    }

    /// <summary>It asks its reader something.</summary>
    public bool Asks { get; }

    /// <summary>Where it begins in its file.</summary>
    public int Line { get; }

    /// <summary>Fields without which the sentence has a hole: those used outside any condition.</summary>
    public IReadOnlySet<string> Needs { get; }

    /// <summary>Checks and parses a template; throws <see cref="BrokenFileException"/> with the line in the file.</summary>
    public static Wordform Parse(string body, int firstLine)
    {
        var needs = LiquidCheck.Check(body, firstLine);
        try
        {
            var template = Template.Parse(body);
            template.MakeThreadSafe();
            return new Wordform(template, needs, firstLine, body.AsSpan().IndexOfAny('?', '؟', '？') >= 0);
        }
        catch (DotLiquid.Exceptions.SyntaxException broken)
        {
            throw new BrokenFileException(firstLine, broken.Message);
        }
    }

    /// <summary>The text with its gaps filled; values are data, Liquid inside them stays as it is.</summary>
    public string Render(IReadOnlyDictionary<string, object> fields)
    {
        var values = new Hash();
        foreach (var (name, value) in fields)
            values[name] = value;
        return template.Render(new RenderParameters(CultureInfo.InvariantCulture)
        {
            LocalVariables = values,
            MaxIterations = MostSteps,
            Timeout = Patience,
            ErrorsOutputMode = ErrorsOutputMode.Rethrow,
        });
    }
}
