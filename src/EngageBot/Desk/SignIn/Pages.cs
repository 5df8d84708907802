using EngageBot.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Desk.SignIn;

/// <summary>The answers of the sign-in forms.</summary>
internal static class Pages
{
    public static IResult SignIn(string? next, string? name = null, string? problem = null, bool nobodyYet = false) =>
        new RazorComponentResult<SignInPage>(new { Next = next, Name = name, Problem = problem, NobodyYet = nobodyYet })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized,
        };

    public static IResult SignOut() => new RazorComponentResult<SignOutPage>();

    public static IResult Setup(string key, string? name = null, string? problem = null) => Welcome(first: true, key, name, problem);

    public static IResult Invitation(string key, string name, string? problem = null) => Welcome(first: false, key, name, problem);

    public static IResult DeadLink() => Notice(
        StatusCodes.Status410Gone,
        Phrase.Key("This link is spent"),
        Phrase.Key("It was used already, or a day has passed. Ask an admin for a new one. If there is no admin yet, restart EngageBot: it prints a new link."));

    public static IResult StaleForm(string address) => Notice(
        StatusCodes.Status400BadRequest,
        Phrase.Key("This page was open for too long"),
        Phrase.Key("Nothing was changed. Open it again and send the form once more."),
        address,
        Phrase.Key("Open it again"));

    public static IResult NotAllowed() => Notice(
        StatusCodes.Status403Forbidden,
        Phrase.Key("Your role does not reach this page"),
        Phrase.Key("Ask an admin if you should have it."),
        "/",
        Phrase.Key("Back to the desk"));

    public static IResult NotFound() => Notice(
        StatusCodes.Status404NotFound,
        Phrase.Key("Nothing lies here"),
        Phrase.Key("The address is mistyped, or what it led to is gone."),
        "/",
        Phrase.Key("To the desk"));

    private static RazorComponentResult<WelcomePage> Welcome(bool first, string key, string? name, string? problem) =>
        new(new { First = first, Key = key, Name = name, Problem = problem })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<NoticePage> Notice(int status, string title, string text, string link = "/sign-in", string linkText = "Sign in") =>
        new(new { Title = title, Text = text, Link = link, LinkText = linkText }) { StatusCode = status };
}
