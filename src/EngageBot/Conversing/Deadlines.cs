using System.Globalization;
using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Conversing;

/// <summary>Hears that an answer is of use only until this evening or tomorrow; English, German, French, Spanish, Dutch, Italian, Portuguese.</summary>
internal static class Deadlines
{
    private static readonly (string Phrase, Urgency When)[] Phrases =
    [
        .. Of(Urgency.Tonight, "tonight|tonight's|tonite|this evening|heute abend|ce soir|esta noche|stasera|questa sera|vanavond|esta noite|hoje à noite"),
        .. Of(Urgency.Today, "today|today's|this afternoon|this morning|right now|in an hour|heute|heut|in einer stunde|aujourd'hui|cet après-midi|hoy|esta tarde|oggi|questo pomeriggio|vandaag|vanmiddag|hoje|esta tarde"),
        .. Of(Urgency.Tomorrow, "tomorrow|tomorrow's|tmrw|morgen|demain|mañana|domani|amanhã"),
    ];

    // "good morning" in German and Dutch, "in the morning" in Spanish
    private static readonly HashSet<string> NotTomorrow = ["guten", "goede", "goeden", "schönen", "schöne", "la", "heute", "diesen", "jeden"];

    private static readonly HashSet<string> BeforeAnHour = ["at", "by", "before", "um", "vor", "ab", "à", "las", "alle", "ore", "om", "às", "@"];

    /// <summary>Null when nothing in the text is so near.</summary>
    /// <param name="postedAt">In the time of the house: an hour that has passed by then is no deadline.</param>
    public static Urgency? In(string text, DateTimeOffset postedAt)
    {
        var words = Tokenizer.Split(text).Where(token => token.Kind is TokenKind.Word or TokenKind.Number).Select(token => token.Text).ToList();
        foreach (var (phrase, when) in Phrases)
        {
            if (Stands(phrase.Split(' '), words, when))
                return when == Urgency.Today && postedAt.Hour >= 17 ? Urgency.Tonight : when;
        }
        return words.Where((word, index) => index > 0 && BeforeAnHour.Contains(words[index - 1])).Select(HourOf).Any(hour => hour > postedAt.TimeOfDay)
            ? postedAt.Hour >= 17 ? Urgency.Tonight : Urgency.Today
            : null;
    }

    /// <summary>When what it speaks of begins, so that an answer comes too late afterwards; null when nothing in it is so near.</summary>
    /// <param name="curtain">When an evening of the house begins, for who names no hour; without it the whole day counts.</param>
    public static DateTimeOffset? PassesAt(string text, DateTimeOffset postedAt, TimeZoneInfo zone, TimeOnly? curtain)
    {
        var local = TimeZoneInfo.ConvertTime(postedAt, zone);
        if (In(text, local) is not { } when)
            return null;
        var day = when == Urgency.Tomorrow ? local.Date.AddDays(1) : local.Date;
        var time = HoursIn(text).FirstOrDefault(hour => hour is not null && day + hour > local.DateTime) ?? (when == Urgency.Tonight ? curtain?.ToTimeSpan() : null) ?? TimeSpan.FromDays(1);
        var moment = day + time;
        var passes = new DateTimeOffset(moment, zone.GetUtcOffset(moment));
        return passes > postedAt ? passes.ToUniversalTime() : null;
    }

    private static IEnumerable<TimeSpan?> HoursIn(string text)
    {
        var words = PhraseList.WordsOf(text);
        return words.Where((word, index) => index > 0 && BeforeAnHour.Contains(words[index - 1])).Select(HourOf);
    }

    private static IEnumerable<(string, Urgency)> Of(Urgency when, string phrases) => phrases.Split('|').Select(phrase => (phrase, when));

    private static bool Stands(string[] phrase, List<string> words, Urgency when)
    {
        for (var start = 0; start + phrase.Length <= words.Count; start++)
        {
            if (words.Skip(start).Take(phrase.Length).SequenceEqual(phrase) && !(when == Urgency.Tomorrow && start > 0 && NotTomorrow.Contains(words[start - 1])))
                return true;
        }
        return false;
    }

    /// <summary>Half past seven as 7.30, 19:30, 7pm; who names no half of the day means the one in which people go out.</summary>
    private static TimeSpan? HourOf(string word)
    {
        var (number, half) = word switch
        {
            [.. var digits, 'a' or 'p', 'm'] => (digits, word[^2]),
            [.. var digits, 'h'] => (digits, ' '),
            _ when word.AsSpan().ContainsAny('.', ':') => (word, ' '),
            _ => ("", ' '),
        };
        var parts = number.Split('.', ':');
        if (parts.Length > 2 || !TryParse(parts[0], 23, out var hour) || !TryParse(parts.ElementAtOrDefault(1) ?? "0", 59, out var minute))
            return null;
        return new TimeSpan(half == 'a' || hour >= 12 ? hour : hour + 12, minute, 0);
    }

    private static bool TryParse(string digits, int most, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
