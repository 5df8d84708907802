namespace EngageBot.Library.Voice;

/// <summary>One thing that the lint listens for, its price and its words.</summary>
/// <param name="Key">As the word lists and programs call it.</param>
/// <param name="Points">For the first time it is noticed; negative costs.</param>
/// <param name="Says">In a sentence, before the words it is about.</param>
/// <param name="Headline">What a reply is that shows it most.</param>
public sealed record LintRule(string Key, int Points, string Says, string Headline = LintRule.Advert)
{
    private const string Advert = "reads like an advert";
    private const string Form = "sounds like a form letter";
    private const string Loud = "sounds loud";
    private const string Light = "too light for a complaint";

    public static readonly LintRule Call = new("call", -25, "tells people to act");
    public static readonly LintRule Deal = new("deal", -20, "speaks of a bargain");
    public static readonly LintRule Price = new("price", -18, "names a price nobody asked for");
    public static readonly LintRule Giveaway = new("free", -25, "gives away what no live offer stands for");
    public static readonly LintRule Link = new("link", -15, "gives a link nobody asked for");
    public static readonly LintRule Urgency = new("urgency", -15, "makes haste");
    public static readonly LintRule Praise = new("praise", -15, "praises ourselves");
    public static readonly LintRule Wares = new("wares", -12, "names our wares");
    public static readonly LintRule Stock = new("stock", -20, "says what is said to everybody", Form);
    public static readonly LintRule Gush = new("gush", -6, "opens as everybody does");
    public static readonly LintRule Never = new("never", -25, "uses a word we never use", "not our words");
    public static readonly LintRule Hashtags = new("hashtags", -10, "stacks hashtags");
    public static readonly LintRule Shouting = new("shouting", -5, "shouts", Loud);
    public static readonly LintRule We = new("we", -6, "speaks of us more than of them", "speaks of us");
    public static readonly LintRule Joke = new("joke", -25, "jokes about a complaint", Light);
    public static readonly LintRule Emoji = new("emoji", -12, "puts an emoji on a complaint", Light);
    public static readonly LintRule Exclaims = new("exclaims", -10, "exclaims at a complaint", Light);
    public static readonly LintRule Cold = new("cold", -10, "leaves a complaint alone", "leaves a complaint alone");

    public static readonly LintRule Offer = new("offer", 10, "gives something away that we have");
    public static readonly LintRule Name = new("name", 5, "says their name");
    public static readonly LintRule Echo = new("echo", 8, "picks up their words");
    public static readonly LintRule Question = new("question", 10, "asks them something");
    public static readonly LintRule Detail = new("detail", 6, "tells something definite");
    public static readonly LintRule SignOff = new("sign-off", 5, "is signed by a person");
    public static readonly LintRule Ours = new("ours", 3, "uses our own words");
    public static readonly LintRule Apology = new("apology", 6, "says sorry");
    public static readonly LintRule Help = new("help", 6, "offers help");
}
