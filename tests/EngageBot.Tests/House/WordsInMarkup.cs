using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using EngageBot.Desk.Translation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EngageBot.Tests.House;

/// <summary>What compiled components show without asking for a translation: literals that reach the page as text or as an attribute that is read out.</summary>
internal static partial class WordsInMarkup
{
    private const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Names, signs and keys, the same in every language.
    private static readonly string[] SameEverywhere = ["EngageBot", "Ctrl", "Esc", "CSV", "REST", "JSON", "min"];
    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<(string Component, string Words)> All() =>
        from type in typeof(Phrases).Assembly.GetTypes()
        let component = Outermost(type)
        where component.IsAssignableTo(typeof(IComponent))
        from method in type.GetMethods(Anything)
        where method.Name.Contains("BuildRenderTree", StringComparison.Ordinal)
        from words in Shown(method)
        select (component.Name, words);

    private static IEnumerable<string> Shown(MethodInfo method)
    {
        var pending = new List<string>();
        foreach (var instruction in Instructions(method))
        {
            if (instruction is string literal)
                pending.Add(literal);
            if (instruction is not MethodBase called || Keeps(called))
                continue;
            foreach (var words in called.DeclaringType == typeof(RenderTreeBuilder) ? Visible(called.Name, pending) : [])
                yield return words;
            pending.Clear();
        }
    }

    /// <summary>Calls that hand the literals before them on.</summary>
    private static bool Keeps(MethodBase called) =>
        called.DeclaringType != typeof(Phrases)
        && (called.DeclaringType == typeof(string) || called.DeclaringType?.Name == "DefaultInterpolatedStringHandler" || called.Name.StartsWith("get_", StringComparison.Ordinal));

    private static IEnumerable<string> Visible(string call, List<string> pending) =>
        (call switch
        {
            nameof(RenderTreeBuilder.AddContent) => pending,
            nameof(RenderTreeBuilder.AddMarkupContent) => pending.SelectMany(markup => ReadOut().Matches(markup).Select(match => match.Groups[1].Value).Append(Tag().Replace(markup, " "))),
            nameof(RenderTreeBuilder.AddAttribute) or nameof(RenderTreeBuilder.AddComponentParameter) when pending.Count > 1 && IsReadOut(pending[0]) => pending.Skip(1),
            _ => [],
        }).Select(words => words.Trim()).Where(words => Word().Matches(words).Any(word => !SameEverywhere.Contains(word.Value)));

    private static bool IsReadOut(string attribute) =>
        attribute is "aria-label" or "aria-description" or "aria-roledescription" or "title" or "alt" or "placeholder" or "label" or "Title" or "Label" or "Text" or "LinkText" or "Sentence" or "Heading";

    private static IEnumerable<object> Instructions(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var operation = OpCodes[code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += operation.Size;
            var token = operation.OperandType is OperandType.InlineString or OperandType.InlineMethod ? BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)) : 0;
            if (operation.OperandType == OperandType.InlineString)
                yield return method.Module.ResolveString(token);
            else if (operation.OperandType == OperandType.InlineMethod)
                yield return method.Module.ResolveMethod(token, typeArguments, method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
                _ => 4,
            };
        }
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex("(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"")]
    private static partial Regex ReadOut();

    [GeneratedRegex(@"<kbd.*?</kbd>|<pre.*?</pre>|<code.*?</code>|<style.*?</style>|<[^>]*>|&\w+;", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![/\p{L}])\p{L}{2,}")]
    private static partial Regex Word();
}
