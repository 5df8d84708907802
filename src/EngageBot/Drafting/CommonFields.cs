using EngageBot.Conversing;

namespace EngageBot.Drafting;

/// <summary>The fields that every template may use, whatever the mention wants; those without a value are empty or absent.</summary>
internal static class CommonFields
{
    public static Dictionary<string, object> Of(Occasion occasion)
    {
        var firstName = FirstName.Of(occasion.Post.Author);
        var fields = new Dictionary<string, object>
        {
            ["name"] = PlainText.OrNothing(occasion.Post.Author.Name),
            ["first_name"] = firstName,
            ["handle"] = occasion.Post.Author.Handle,
            ["account"] = occasion.Account.Self.Handle,
            ["echo"] = Echo.Of(occasion.Post.Text, occasion.Language),
            ["show"] = occasion.Words.Titles.FirstIn(occasion.Post.Text) ?? "",
            ["sign_off"] = occasion.Words.Voice.SignOff,
            ["greeting"] = Greeting(occasion, firstName),
            ["first_contact"] = !occasion.IsFollowUp && !occasion.IsReturning,
            ["returning"] = occasion.IsReturning,
            ["time"] = Model.Words.Of(occasion.Time),
            ["follow_up"] = occasion.IsFollowUp,
            ["turn"] = occasion.Talk.OurTurns + 1,
            ["we_said"] = occasion.Talk.SaidHere is [var said, ..] ? said : "",
            ["we_asked"] = occasion.Talk.SaidHere is [var last, ..] && Speech.Asks(last),
            ["rested"] = occasion.Post.PostedAt - occasion.Talk.SaidAt > WhoseTurn.Rest,
            ["owed"] = occasion.Talk.Owed is not null,
            ["language"] = occasion.Language,
        };
        // Liquid takes an empty text for true; a missing field it takes for false
        foreach (var name in fields.Where(field => field.Value is "").Select(field => field.Key).ToList())
            fields.Remove(name);
        return fields;
    }

    // one says hello once
    private static string Greeting(Occasion occasion, string firstName)
    {
        var greeting = !occasion.MayGreet ? "" : occasion.Words.Voice.GreetingAt(occasion.Language, occasion.Now);
        return (greeting, firstName) switch
        {
            ("", _) => "",
            (_, "") => $"{greeting},",
            _ => $"{greeting} {firstName},",
        };
    }
}
