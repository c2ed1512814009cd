/** SystemRDL 2.0, behind its preprocessor. */
grammar SystemRdl;

root        : rootItem* EOF ;

rootItem    : item ;

item
    : component ';'                                                                             # componentItem
    | enumeration ';'                                                                           # enumItem
    | 'abstract'? 'struct' id=name (':' base=name)? '{' structMember* '}' ';'                   # structItem
    | 'property' id=name '{' item* '}' ';'                                                      # userProperty
    | 'constraint' id=name? '{' (expression ';' | item)* '}' name? ';'                          # constraintItem
    | modifier* of=name arguments? instance (',' instance)* ';'                                 # instantiation
    | 'default'? edge? property ';'                                                             # assignment
    | 'default'? edge ';'                                                                       # edgeAlone
    | path '->' property ';'                                                                    # dynamicAssignment
    | ';'                                                                                       # empty
    ;

component
    : modifier* kind id=name? parameters? '{' item* '}' modifier* (arguments? instance (',' instance)*)?
    ;

edge        : 'posedge' | 'negedge' | 'bothedge' | 'level' | 'nonsticky' ;
kind        : 'addrmap' | 'regfile' | 'reg' | 'field' | 'mem' | 'signal' ;
modifier    : 'external' | 'internal' | 'alias' name ;

parameters  : '#' '(' parameter (',' parameter)* ')' ;
parameter   : typeName id=name ('[' ']')? ('=' expression)? ;
typeName    : ('bit' | 'longint' 'unsigned'? | 'unsigned' | 'string' | 'boolean' | 'number' | 'ref' | kind | name) ;
arguments   : '#' '(' argument (',' argument)* ')' ;
argument    : '.' id=name '(' expression ')' ;

instance
    : id=name (dimension* | range) ('=' initial=expression)? ('@' at=expression)? ('+=' step=expression)?
      ('%=' align=expression)?
    ;

dimension   : '[' expression ']' ;
range       : '[' high=expression ':' low=expression ']' ;

enumeration : 'enum' id=name '{' enumValue* '}' ;
enumValue   : id=name ('=' expression)? ('{' item* '}')? ';' ;
structMember: typeName id=name ('[' ']')? ';' ;

property    : id=name ('=' value=expression)? ;
path        : hop ('.' hop)* ;
hop         : id=name dimension* ;

expression
    : NUMBER                                                                                    # number
    | STRING                                                                                    # string
    | value=('true' | 'false')                                                                  # truth
    | enumeration                                                                               # inlineEnum
    | owner=name '::' of=name                                                                   # enumerator
    | path '->' prop=name                                                                       # propertyReference
    | typeName '\'' '(' expression ')'                                                          # cast
    | width=NUMBER '\'' '(' expression ')'                                                      # cast
    | '\'' '{' (expression (',' expression)*)? '}'                                              # arrayLiteral
    | name '\'' '{' (name ':' expression (',' name ':' expression)*)? '}'                       # structLiteral
    | '{' expression (',' expression)* '}'                                                      # concatenation
    | '{' times=expression '{' expression (',' expression)* '}' '}'                             # concatenation
    | path                                                                                      # reference
    | '(' expression ')'                                                                        # group
    | op=('!' | '~' | '-' | '+' | '&' | '|' | '^' | '~&' | '~|' | '~^' | '^~') expression      # unary
    | <assoc=right> expression op='**' expression                                               # binary
    | expression op=('*' | '/' | '%') expression                                                # binary
    | expression op=('+' | '-') expression                                                      # binary
    | expression op=('<<' | '>>') expression                                                    # binary
    | expression op=('<' | '<=' | '>' | '>=') expression                                        # binary
    | expression op=('==' | '!=') expression                                                    # binary
    | expression op='&' expression                                                              # binary
    | expression op=('^' | '~^' | '^~') expression                                              # binary
    | expression op='|' expression                                                              # binary
    | expression op='&&' expression                                                             # binary
    | expression op='||' expression                                                             # binary
    | <assoc=right> condition=expression '?' yes=expression ':' no=expression                   # choice
    ;

/** Words of the language that are names of properties or of their values, too. */
name        : ID | 'signal' | 'reg' | 'field' | 'mem' | 'regfile' | 'addrmap' | 'constraint' | 'property' | 'struct'
            | 'bit' | 'string' | 'boolean' | 'number' | 'ref' | 'unsigned' | 'longint' ;

ID          : '\\'? [A-Za-z_] [A-Za-z_0-9]* ;
NUMBER      : [0-9]+ '\'' [bB] [01_]+ | [0-9]+ '\'' [dD] [0-9_]+ | [0-9]+ '\'' [hH] [0-9a-fA-F_]+
            | '0' [xX] [0-9a-fA-F_]+ | [0-9] [0-9_]* ;
STRING      : '"' ('\\' . | ~["\\])* '"' ;
BLOCK       : '/*' .*? '*/' -> skip ;
LINE        : '//' ~[\r\n]* -> skip ;
SPACES      : [ \t\r\n\f]+ -> skip ;
OTHER       : . ;
