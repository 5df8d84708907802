using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.Desk.Translation;

/// <summary>Which form of a word a number takes, as the head of a phrasebook says it: <c>n != 1</c> or <c>n%10==1 &amp;&amp; n%100!=11 ? 0 : 1</c>.</summary>
public sealed partial class PluralRule
{
    // From the loosest to the tightest.
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly Func<long, long> rule;

    private PluralRule(Func<long, long> rule) => this.rule = rule;

    /// <exception cref="FormatException">Not such an expression; the message quotes it.</exception>
    public static PluralRule Parse(string expression)
    {
        var words = new Queue<string>(Word().Matches(expression).Select(match => match.Value));
        var rule = Choice(words, expression);
        return words.Count == 0 ? new PluralRule(rule) : throw Wrong(expression);
    }

    public int FormOf(long number) => (int)rule(Math.Abs(number));

    private static Func<long, long> Choice(Queue<string> words, string expression)
    {
        var condition = Operation(words, expression, 0);
        if (!Takes(words, "?"))
            return condition;
        var then = Choice(words, expression);
        if (!Takes(words, ":"))
            throw Wrong(expression);
        var otherwise = Choice(words, expression);
        return n => condition(n) != 0 ? then(n) : otherwise(n);
    }

    private static Func<long, long> Operation(Queue<string> words, string expression, int level)
    {
        if (level == Levels.Length)
            return Operand(words, expression);
        var left = Operation(words, expression, level + 1);
        while (words.TryPeek(out var next) && Levels[level].Contains(next))
        {
            words.Dequeue();
            var (first, second) = (left, Operation(words, expression, level + 1));
            left = n => Apply(next, first(n), second(n));
        }
        return left;
    }

    private static Func<long, long> Operand(Queue<string> words, string expression)
    {
        if (!words.TryDequeue(out var word))
            throw Wrong(expression);
        if (word == "n")
            return n => n;
        if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var constant))
            return _ => constant;
        if (word != "(")
            throw Wrong(expression);
        var inner = Choice(words, expression);
        return Takes(words, ")") ? inner : throw Wrong(expression);
    }

    private static bool Takes(Queue<string> words, string word) => words.TryPeek(out var next) && next == word && words.TryDequeue(out _);

    private static long Apply(string operation, long left, long right) => operation switch
    {
        "||" => left != 0 || right != 0 ? 1 : 0,
        "&&" => left != 0 && right != 0 ? 1 : 0,
        "==" => left == right ? 1 : 0,
        "!=" => left != right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => right == 0 ? 0 : left / right,
        _ => right == 0 ? 0 : left % right,
    };

    private static FormatException Wrong(string expression) => new($"The plural rule \"{expression}\" cannot be read; \"n != 1\" is one.");

    [GeneratedRegex(@"\|\||&&|[=!<>]=|[<>?:()+*/%-]|n\b|\d+|\S")]
    private static partial Regex Word();
}
