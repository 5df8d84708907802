namespace EngageBot.BrowserTests;

/// <summary>What lies on a theatre's desk on a morning.</summary>
internal static class Mentions
{
    private const string AnyReply = "replies/";
    private const string Sorry = "sorry|apolog";

    public static IReadOnlyList<MorningMention> All { get; } =
    [
        .. new[]
        {
            "thank you for last night, what an evening", "loved every minute of Herring Moon", "still humming the closing song, thank you all", "the cast was wonderful tonight, bravo",
            "best night out in months, thanks", "my daughter has not stopped talking about the boat. thank you!", "what a beautiful production", "we laughed so much, thank you",
            "thank you to the usher who found my glove", "a perfect evening, see you again soon", "that was magic. thank you", "five stars from our whole row", "congratulations on the opening night!",
            "so moved by the final scene", "thanks for the warm welcome yesterday", "brilliant show, brilliant people", "I cried and I loved it", "the music was gorgeous", "cannot wait for the next one, thank you",
            "superb, from the first minute to the last", "our first time at the theatre and we adored it", "thank you for a lovely matinee",
        }.Select(text => new MorningMention(text, AnyReply)),
        new("is there step-free access to the stalls?", "step-free"),
        new("are dogs allowed in the bar?", "answers/dogs"),
        new("where can we park near the theatre?", "answers/parking"),
        new("what time do the doors open?", "answers/doors"),
        new("can I take photos during the show?", "answers/photos"),
        new("is there a cloakroom for a suitcase?", "answers/cloakroom"),
        new("can I swap my tickets for another date?", "answers/exchange"),
        new("do you have a hearing loop?", "hearing-loop"),
        new("what should I wear, is there a dress code?", "answers/dress"),
        new("can we bring a group of twenty?", "answers/groups"),
        new("are there captioned performances?", "answers/captioned"),
        new("do you sell gift vouchers?", "answers/vouchers"),
        new("what happens if I arrive late?", "answers/latecomers"),
        new("I lost my umbrella last night, who do I ask?", "lost-property"),
        new("are there any tickets left for tonight?", "returns-tonight|day-seats"),
        new("which tram goes to the theatre?", "answers/tram"),
        new("how do you make it rain every night?", "backstage/rain"),
        new("how does the snow fall so slowly?", "backstage/snow"),
        new("I wonder how the fog stays so low on the stage?", "backstage/fog"),
        new("how do you make the sound of the sea?", "backstage/sea-sound"),
        new("why is there a light left on the empty stage?", "backstage/ghost-light"),
        new("how do you keep the soup hot on stage?", "backstage/soup"),
        new("how do actors walk on the ice without slipping?", "backstage/(salt-floor|ice-crack|felt-soles|.*)"),
        new("how does the wind machine work?", "backstage/wind-machine"),
        new("so disappointed, we queued for an hour and missed the beginning", Sorry),
        new("my mother could not hear a word all evening, this was awful", Sorry),
        new("the seats were filthy and nobody cared. not good enough", Sorry),
        new("really let down by the staff at the door yesterday", Sorry),
        new("good morning from the harbour!", AnyReply),
        new("happy birthday to you all", AnyReply),
        new("hello from row f, we are here already", AnyReply),
        new("on our way to you, so excited", AnyReply),
        new("win a free phone now, click here https://example.com/prize #win #free #now", null),
        new("cheap followers, dm me for the best offer https://example.com/buy", null),
        new("you are all idiots and liars", null),
        new("@someone_else did you see what they wrote about the council?", null),
        new("@other_one @third_one lunch near the theatre on friday?", null),
        new("#theatre #harbour #night #lights https://example.com/pic", null),
    ];
}

/// <summary>One of them, and what its answer must come from.</summary>
/// <param name="Wants">A pattern that the letter shows when the draft is right; null for what wants no answer.</param>
internal sealed record MorningMention(string Text, string? Wants);
