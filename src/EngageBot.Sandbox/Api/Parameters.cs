using System.Globalization;

namespace EngageBot.Sandbox.Api;

/// <summary>Reads the query parameters of a call and notes everything that X would refuse.</summary>
internal sealed class Parameters
{
    private readonly XQuery query;
    private readonly Vocabulary words;
    private readonly List<ParameterFault> faults = [];

    public Parameters(XQuery query, XRoute route, Vocabulary words)
    {
        this.query = query;
        this.words = words;
        var foreign = words.Dialect == Dialect.Post ? "tweet.fields" : "post.fields";
        var allowed = route.Parameters.Where(name => name != foreign).ToList();
        var seen = new HashSet<string>();
        foreach (var (name, value) in query.Pairs)
        {
            if (!allowed.Contains(name))
                Fault(name, value, $"The query parameter [{name}] is not one of [{string.Join(',', allowed)}]");
            else if (!seen.Add(name))
                Fault(name, value, $"The query parameter [{name}] is given more than once");
        }
    }

    public IReadOnlyList<ParameterFault> Faults => faults;

    public string? Text(string name) => query.Find(name);

    public string Required(string name)
    {
        if (query.Find(name) is { Length: > 0 } value)
            return value;
        Fault(name, "", $"The `{name}` query parameter can not be empty");
        return "";
    }

    public long? Id(string name) => query.Find(name) is { } value ? Id(name, value) : null;

    /// <summary>Ids are compared as numbers: any decimal of up to 19 digits, larger than a long at the most by its last digits.</summary>
    public long Id(string name, string value)
    {
        if (value.Length is >= 1 and <= 19 && value.All(char.IsAsciiDigit))
            return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : long.MaxValue;
        Fault(name, value, $"The `{name}` query parameter value [{value}] does not match ^[0-9]{{1,19}}$");
        return 0;
    }

    public int Number(string name, int lowest, int highest, int otherwise)
    {
        if (query.Find(name) is not { } value)
            return otherwise;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
            return number;
        Fault(name, value, $"The `{name}` query parameter value [{value}] is not between {lowest} and {highest}");
        return otherwise;
    }

    public DateTimeOffset? Time(string name)
    {
        if (query.Find(name) is not { } value)
            return null;
        if (value.Length >= 20 && value[10] == 'T'
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        Fault(name, value, $"The `{name}` query parameter value [{value}] is not a valid RFC3339 date-time");
        return null;
    }

    public HashSet<string> Words(string name, IReadOnlyList<string> allowed)
    {
        if (query.Find(name) is not { } value)
            return [];
        var found = new HashSet<string>();
        foreach (var word in value.Split(','))
            if (!allowed.Contains(word))
                Fault(name, word, $"The `{name}` query parameter value [{word}] is not one of [{string.Join(',', allowed)}]");
            else if (!found.Add(word))
                Fault(name, word, $"The `{name}` query parameter contains [{word}] more than once");
        return found;
    }

    public Shape PostShape() => new(
        words,
        Words(words.FieldsParameter, words.PostFields),
        Words("user.fields", words.UserFields),
        Words("expansions", words.Expansions));

    public Shape UserShape()
    {
        _ = Words("expansions", words.UserExpansions);
        return new(words, Words(words.FieldsParameter, words.PostFields), Words("user.fields", words.UserFields), []);
    }

    public void Fault(string name, string value, string message) => faults.Add(new ParameterFault(name, value, message));
}

internal sealed record ParameterFault(string Name, string Value, string Message);
