// Made from contracts/src/Agreement.sol by contracts/generate.ts; change the Solidity and run it again.
export const agreementAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "int256",
        "name": "chosen",
        "type": "int256"
      }
    ],
    "name": "ChoiceOutOfBounds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "CollectFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GasTooLow",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InputFitsNoCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "InputLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bits",
        "type": "uint256"
      }
    ],
    "name": "IntegerTooWide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "IntervalAmbiguous",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      }
    ],
    "name": "IntervalEmpty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "minTime",
        "type": "uint64"
      }
    ],
    "name": "IntervalInPast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "InvalidParty",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "NotAuthorized",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "time",
        "type": "uint256"
      }
    ],
    "name": "NotInInterval",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NotYetTrue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "NothingOwed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToDo",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "NumberTooLarge",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ProgramTooDeep",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "StateMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      }
    ],
    "name": "TermsMalformed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "TermsMissing",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TermsTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "arrived",
        "type": "uint256"
      }
    ],
    "name": "TokenTakesFee",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyNames",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyPayouts",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "expected",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "given",
        "type": "int256"
      }
    ],
    "name": "WrongAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongParty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongToken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sent",
        "type": "uint256"
      }
    ],
    "name": "WrongValue",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      }
    ],
    "name": "Advanced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "Collected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum InputKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "party",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "InputApplied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "Opened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Owed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Paid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "TermsRevealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct Warning",
        "name": "warning",
        "type": "tuple"
      }
    ],
    "name": "Warned",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "PAYOUT_GAS",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "advance",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "collect",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "commitmentOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "terms",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "nonce",
        "type": "uint64"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input",
        "name": "input",
        "type": "tuple"
      }
    ],
    "name": "hashInput",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "idOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "open",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "owedTo",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "preview",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          }
        ],
        "internalType": "struct Payment[]",
        "name": "",
        "type": "tuple[]"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "internalType": "struct Warning[]",
        "name": "",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const agreementBytecode = '0x6101606040523461013d57604051610018604082610141565b6013815260208101907f47726973746d696c6c2041677265656d656e7400000000000000000000000000825260405191610053604084610141565b600183526020830191603160f81b835261006c81610178565b6101205261007984610178565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100e260c082610141565b5190206080523060c05260405161589090816101e4823960805181613a8b015260a05181613b42015260c05181613a5c015260e05181613ada01526101005181613b00015261012051816106a8015261014051816106d10152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761016457604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101a3576020815191015160208210610194571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c806308d3494414610cd45780631504d2b21461083b57806344abc9b7146107a457806384b0196e146106725780639a44da8314610637578063a10bb806146105ef578063a12ef25e1461036c578063c884592d1461031b578063db5a0aa11461028f5763ee1818f214610087575f80fd5b3461028b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760043560443567ffffffffffffffff811161028b576100d990369060040161197c565b906100e783602435336123c3565b91825f52600260205260405f205461025f5761010161214c565b906103e84202914283046103e81442151715610232576020956102277f88487d704017fcc4c010f3b2493fe6ebe0f9d7c10a605f46e489dc17c71dc7f29367ffffffffffffffff88961660608501526101ab61015b611fbf565b6040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061102061018c8184611d24565b6080835201368d83013760a08201526101a5838a6127ac565b856128fb565b604051898101906101ed816101c18888866120a6565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611d24565b519020865f5260028a5260405f2055610217604051948594855260608b86015260608501906119aa565b90838203604085015233976120c0565b0390a3604051908152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b827f03b3b048000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f80fd5b3461028b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576102c6611c1f565b73ffffffffffffffffffffffffffffffffffffffff6102e3611c42565b91165f52600360205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b3461028b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576020610364610357611c1f565b60443590602435906123c3565b604051908152f35b3461028b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576103a3611c1f565b6103ab611c42565b906103b4612404565b335f52600360205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f20549081156105a95773ffffffffffffffffffffffffffffffffffffffff90335f52600360205260405f208282165f526020525f60408120551691604051928284528073ffffffffffffffffffffffffffffffffffffffff8316948560208201527f17d1d31f1ddb920df3ecc5ae749f962a562e75ad36cd7dd12fea0d4fec1cec1160403392a38061050257505f80808481945af13d156104fd573d61048481612389565b906104926040519283611d24565b81525f60203d92013e5b156104d157602091505b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b507fec99686d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61049c565b929050604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f526004528160245260205f60448180875af19060015f5114821615610588575b6040521561055c57602091506104a6565b507f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060018115166105a057833b15153d1516169061054b565b503d5f823e3d90fd5b73ffffffffffffffffffffffffffffffffffffffff907f53ead58b000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b3461028b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576004355f526002602052602060405f2054604051908152f35b3461028b575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576020604051620186a08152f35b3461028b575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b576107486106cc7f0000000000000000000000000000000000000000000000000000000000000000613b68565b6106f57f0000000000000000000000000000000000000000000000000000000000000000613b68565b6020610756604051926107088385611d24565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611bdc565b908582036040870152611bdc565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061078d57505050500390f35b83518552869550938101939281019260010161077e565b3461028b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760443567ffffffffffffffff8116810361028b5760643567ffffffffffffffff811161028b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261028b57602091610364916004019060243560043561219a565b3461028b5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760243567ffffffffffffffff811161028b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261028b5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc36011261028b5760843567ffffffffffffffff811161028b576108f290369060040161194b565b919060a4359167ffffffffffffffff831161028b5761091861092e93369060040161197c565b93909161092361214c565b503690600401611d7d565b93610937612015565b936044359567ffffffffffffffff87169687810361028b576064359067ffffffffffffffff8216820361028b5767ffffffffffffffff82168911610c9a57606083019867ffffffffffffffff8a511667ffffffffffffffff84168111610c6157509267ffffffffffffffff809381608094610a6a9897828e519f51168091115f14610c5757509998995b168c521660208b015280516109d4611fa6565b9080516020830152815260408b015260208101516109f0611fa6565b9080516020830152815260608b01526040810151610a0c611fa6565b815160208201529081528a8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611020610a4b8184611d24565b8483520136602083013760a08b015201511692602087019384526127ac565b91610a788386600435612ffc565b955f93608087019260c08801965b818710610bf7578989895115610bcf5790610aa0826125c1565b916060604082015191602083519301518352015190602082519201518252610ada60405194859485526080602086015260808501906119aa565b8381036040850152602080835192838152019201905f5b818110610b45575050508281036060840152602080835192838152019201905f5b818110610b20575050500390f35b91935091602061010082610b376001948851611b01565b019401910191849392610b12565b9193945091602060a06001926080875173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff85820151168584015260408101511515604084015273ffffffffffffffffffffffffffffffffffffffff60608201511660608401520151608082015201940191019185949392610af1565b7f5c52a868000000000000000000000000000000000000000000000000000000005f5260045ffd5b90919293949598838982610c0f610c1f948a516132c1565b610c1a8d878761253d565b613398565b86516001810180911161023257848a600193610c47938b52610c428984836128fb565b612ffc565b9981895201959493929190610a86565b90509998996109c1565b67ffffffffffffffff847fa1757dcf000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b67ffffffffffffffff828a7f77f1205c000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261028b5760243560043560443567ffffffffffffffff811161028b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261028b5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c36011261028b5760a43567ffffffffffffffff811161028b57610d8c90369060040161194b565b60c435929167ffffffffffffffff841161028b57610db1610dc694369060040161197c565b949093610dbc612404565b3690600401611d7d565b93610dd2858888612478565b610dda612015565b50610de3612015565b946064359767ffffffffffffffff891691828a0361028b5760843567ffffffffffffffff81169a8b820361028b578b851161191b57606083019467ffffffffffffffff8651168d81116118ec5750928a9b9c67ffffffffffffffff9384608094610f16978f9e9f8390519b51168091115f146118e0575090899f99915b1690525060208d01528051610e73611fa6565b9080516020830152815260408d01526020810151610e8f611fa6565b9080516020830152815260608d01526040810151610eab611fa6565b815160208201529081528c8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611020610eea8184611d24565b8483520136602083013760a08d01520151169160208401928352610f0e858a6127ac565b938491612ffc565b975f608088019360c08901925b888310611892575050505115610bcf576103e842024281046103e81442151715610232578067ffffffffffffffff610f59612078565b16111580611877575b610f6a612078565b610f7261208f565b91156118385750505090610f89858a9493516125b4565b905f5b8681106116e557505050610f9f856125c1565b957fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a88036116c65760015b835f52600260205260405f205584611682575b5050505f915f5b81811061133b5750505034810361130c57506060810151916020835193015183525f5b85845182101561105857906001917fe53120029291c5cc0e8987f04756a4aef711e938b9f0f24e11ac8b6829adc6ba6101006110438489612138565b516110516040518092611b01565ba201611007565b604084827f21f762f77873cdaca689836d77b8c0b99adc3d568e7cb17302a30439c432eb66868a61108d8651928392836120a6565b0390a201516020815191015181525f5b81518110156112e7576110b08183612138565b51906040820151158015906112db575b6112d257606082019173ffffffffffffffffffffffffffffffffffffffff835116926020820193608073ffffffffffffffffffffffffffffffffffffffff865116930192835191801591825f146112885760405161111f602082611d24565b5f8152915b831561127a57506020915f91945b82805283825192019086620186a0f1913d1591158316611261575b5050808115611255575b1561122d576001948791156111b557602073ffffffffffffffffffffffffffffffffffffffff807f37db9851b6c9a32f8ddcf4734e6526de7c85268ef735f7883ea70dc8a39c9c859351169451169451604051908152a45b0161109d565b602073ffffffffffffffffffffffffffffffffffffffff807f87dfa7e206a64bc13933dbcfd98a243674019da80e488c95c9a1e023f5a89479938751828251165f526003855260405f2083808a5116165f52855261121860405f209182546125a7565b905551169451169451604051908152a46111af565b7f858c8974000000000000000000000000000000000000000000000000000000005f5260045ffd5b506106335a1015611157565b9091503b151581169060015f511490151617878061114d565b93506020915f915081611132565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000006020820152816024820152846044820152604481526112cc606482611d24565b91611124565b600191506111af565b506080820151156110c0565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7f195a3ca1000000000000000000000000000000000000000000000000000000005f526004523460245260445ffd5b61134681838561253d565b803590600382101561028b576020810161135f81612179565b9261136c60408401612179565b8c7ff5b1fa67eaab64cff6e390fb51aa4f1244e05d940b3d276ee78cd52eb392826a60a073ffffffffffffffffffffffffffffffffffffffff606088019860806113b58b612179565b9983858201359b816040519a8c8c521660208b0152166040890152013560608701528860808701521693a315801590611678575b61166d5773ffffffffffffffffffffffffffffffffffffffff61140b84612179565b16156116585773ffffffffffffffffffffffffffffffffffffffff61142f84612179565b16604051917f70a08231000000000000000000000000000000000000000000000000000000008352306004840152602083602481855afa9283156115ce575f93611623575b5061147e90612179565b9073ffffffffffffffffffffffffffffffffffffffff604051927f23b872dd000000000000000000000000000000000000000000000000000000005f5216600452306024528360445260205f60648180855af160015f5114811615611604575b826040525f606052156115d957816024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa9081156115ce575f9161159b575b5061153f91611539916125b4565b92612179565b818303611553575050506001905b01610fe4565b73ffffffffffffffffffffffffffffffffffffffff907f49b27b36000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b90506020813d82116115c6575b816115b560209383611d24565b8101031261028b575161153f61152b565b3d91506115a8565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661161a57813b15153d1516166114de565b823d5f823e3d90fd5b9092506020813d8211611650575b8161163e60209383611d24565b8101031261028b57519161147e611474565b3d9150611631565b506116679150600192956125a7565b9361154d565b50505060019061154d565b505f8213156113e9565b7f4beb0a56bd9a534081c5271d9f9c9e8da480d7c297326fc9d4eb4057329f9214916116bb6040519283926020845260208401916120c0565b0390a2858780610fdd565b60405160208101906116dd816101c18b8d866120a6565b519020610fca565b90919293506116f581878761253d565b8035600381101561028b57600214801561180e575b6118055761173a818c61171f85875151612138565b5167ffffffffffffffff611733878a6125a7565b169161219a565b602082019161174883612179565b9060c0810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561028b570180359067ffffffffffffffff821161028b57602001813603811361028b576117ad936117a7936137fb565b91612179565b90156117c357506001905b019089939291610f8c565b73ffffffffffffffffffffffffffffffffffffffff907f4a0bfec1000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506001906117b8565b5061181b60208201612179565b73ffffffffffffffffffffffffffffffffffffffff16331461170a565b9067ffffffffffffffff80927fe0f87475000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b5067ffffffffffffffff61188961208f565b16811115610f62565b90919a828a82610c1a8f6118aa6118b1968c516132c1565b8d8d61253d565b84516001810180911161023257838b6001936118d4938952610c428684836128fb565b9b818552019190610f23565b905090899f9991610e60565b8d7fa1757dcf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8b857f77f1205c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9181601f8401121561028b5782359167ffffffffffffffff831161028b576020808501948460051b01011161028b57565b9181601f8401121561028b5782359167ffffffffffffffff831161028b576020838186019501011161028b57565b9060a081019180519260a083528351809152602060c084019401905f5b818110611aa7575050506020810151928281036020840152602080855192838152019401905f5b818110611a63575050506040810151928281036040840152602080855192838152019401905f5b818110611a415750505067ffffffffffffffff6080828260608395015116606086015201511691015290565b8251805187526020908101518188015260409096019590920191600101611a15565b90919460206060600192604089518051835273ffffffffffffffffffffffffffffffffffffffff8582015116858401520151604082015201960191019190916119ee565b909194602060606001926040895173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff8582015116858401520151604082015201960191019190916119c7565b80516005811015611b9a5760e0918291845273ffffffffffffffffffffffffffffffffffffffff602082015116602085015273ffffffffffffffffffffffffffffffffffffffff604082015116604085015260608101511515606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c08501520151910152565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b359067ffffffffffffffff8216820361028b57565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361028b57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361028b57565b359073ffffffffffffffffffffffffffffffffffffffff8216820361028b57565b60a0810190811067ffffffffffffffff821117611ca257604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff821117611ca257604052565b6040810190811067ffffffffffffffff821117611ca257604052565b610100810190811067ffffffffffffffff821117611ca257604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117611ca257604052565b67ffffffffffffffff8111611ca25760051b60200190565b91909160a08184031261028b5760405190611d9782611c86565b8193813567ffffffffffffffff811161028b57820181601f8201121561028b578035611dc281611d65565b91611dd06040519384611d24565b8183526020606081850193028201019084821161028b57602001915b818310611f5c575050508352602082013567ffffffffffffffff811161028b57820181601f8201121561028b578035611e2481611d65565b91611e326040519384611d24565b8183526020606081850193028201019084821161028b57602001915b818310611f19575050506020840152604082013567ffffffffffffffff811161028b57820181601f8201121561028b57803590611e8a82611d65565b92611e986040519485611d24565b82845260208085019360061b8301019181831161028b57602001925b828410611ee8575050505060808092611ee3926040860152611ed860608201611bc7565b606086015201611bc7565b910152565b60408483031261028b5760206040918251611f0281611ceb565b863581528287013583820152815201930192611eb4565b60608386031261028b576020606091604051611f3481611ccf565b85358152611f43838701611c65565b8382015260408601356040820152815201920191611e4e565b60608386031261028b576020606091604051611f7781611ccf565b611f8086611c65565b8152611f8d838701611c65565b8382015260408601356040820152815201920191611dec565b60405190611fb382611ceb565b5f602083606081520152565b6040519060c0820182811067ffffffffffffffff821117611ca257604052606060a0835f81525f6020820152611ff3611fa6565b6040820152612000611fa6565b8382015261200c611fa6565b60808201520152565b6040519060e0820182811067ffffffffffffffff821117611ca2576040525f60c08361203f611fbf565b815282602082015261204f611fa6565b604082015261205c611fa6565b6060820152612069611fa6565b60808201528260a08201520152565b60643567ffffffffffffffff8116810361028b5790565b60843567ffffffffffffffff8116810361028b5790565b6040906120bd9392815281602082015201906119aa565b90565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b80511561210b5760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b805182101561210b5760209160051b010190565b6040519061215982611c86565b5f6080836060815260606020820152606060408201528260608201520152565b3573ffffffffffffffffffffffffffffffffffffffff8116810361028b5790565b919290813593600385101561028b576042946122a55760209373ffffffffffffffffffffffffffffffffffffffff849381809467ffffffffffffffff6121e38a60a09a01612179565b916121f060408a01612179565b946121fd60608b01612179565b977f07836d09ca7a7bee4dc84d62db64b03692ff2d5886533d8889babb2f5a3601336040519d8e015260408d015260608c01521660808a015216868801521660c08601521660e08401520135610100820152610100815261226061012082611d24565b6020815191012061226f613a45565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b829167ffffffffffffffff73ffffffffffffffffffffffffffffffffffffffff926122d4602060a09701612179565b92604051977fad7d46aa481c8a3ecb719d40a6df5faa37df330e35144de54a4e02f28ba5ae2960208a0152604089015260608801521660808601521682840152608081013560c0840152013560e082015260e0815261233561010082611d24565b612260565b9061234482611d65565b6123516040519182611d24565b8281527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061237f8294611d65565b0190602036910137565b67ffffffffffffffff8111611ca257601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b916040519173ffffffffffffffffffffffffffffffffffffffff602084019416845260408301526060820152606081526123fe608082611d24565b51902090565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6124505760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290835f5260026020526101c161249f60405f2054946040519283916020830195866120a6565b51902082146125385750801561250c576001146124e1577fd29bb164000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fcf43a738000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f26d78428000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b915050565b919081101561210b5760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff218136030182121561028b570190565b906002820180921161023257565b906001820180921161023257565b906014820180921161023257565b9190820180921161023257565b9190820391821161023257565b6125c961214c565b50805160408101519160208351930151835260608201519160208351930151835267ffffffffffffffff6020816080840151938285519501518552511693015116926040519461261886611c86565b8552602085015260408401526060830152608082015290565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81146102325760010190565b1561266557565b7fab3b4799000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b1561269857565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b156126cc57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600960045260245ffd5b1561270057565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601560045260245ffd5b1561273457565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601660045260245ffd5b156127695750565b7fab3b4799000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9093929384831161028b57841161028b578101920390565b91906040516127ba81611ccf565b606081526020810193606085525f604083015281945f925f5b8581106128c15780866127e69214612761565b6127ef8461233a565b81526127fa8461233a565b82525f94855b8587106128105750505050505050565b612825818361281e8261257d565b1115612761565b8085013560f01c600282018083116102325761284d9061284583826125a7565b908589612794565b9061285782612389565b6128646040519182611d24565b8281526020810190368484011161028b575f6020858796868637830101525190206128908b8851612138565b5260101b176128a0898751612138565b526002019081600211610232576001916128b9916125a7565b960195612800565b6128cf818761281e8261257d565b8084013560f01c6002019081600211610232576128f5916128ef916125a7565b94612631565b936127d3565b9291906040820192604060208551015111612ba65761291b939293611fa6565b60808501948551965f965f9660208a01985b89518910156129635761295b6001916129468b8e614b31565b61295560208251920151614b50565b90614bef565b98019761292d565b939699506129a895985060209192949750819051015191510151916040519361298b85611c86565b84526020840152604083015260608201525f6080820152836132c1565b5f9260208301905b815115612ff4575f60806040516129c681611c86565b828152826020820152826040820152826060820152015281517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81019081116102325780612a179184528551612138565b51947fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a865114612fed57612a4a90612631565b946101008611612fc557612a5f815188613c1c565b909190600190612a718183111561265e565b833560f81c90828203612bce5760a0880151926015612a9283821115612691565b612aa18288013560601c61500b565b601691612ab0848411156126f9565b8188013560f81c116127695750612ad990612ace83602a111561272d565b86013560601c61500b565b6040808501612ae88151612631565b80915211612ba6577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612b278594612b208489613cf3565b9791614c0d565b14612b7957612b64946002612b5c94935b03612b6957612b5783612b5060ff60405b16826125a7565b8414612761565b613bbf565b8152856132c1565b6129b0565b612b5783612b5060ff6020612b49565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52603e60045260245ffd5b7fd1f931c3000000000000000000000000000000000000000000000000000000005f5260045ffd5b8394600483959495145f14612c9757612c0a93945060a0890151612c34612bf58484614eb1565b969092612c03888787613d20565b9b91614c0d565b957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff871415612761565b604060608701612c448151612631565b80915211612c6f57612b6496612b5c95612c6760029360208a0192835191614bef565b905293612b38565b7f9fdcaa43000000000000000000000000000000000000000000000000000000005f5260045ffd5b919390925060038403612ec957602990612cb3848311156126c5565b612cc160098401358d613c1c565b9160a08b0151612cd38483111561265e565b6006833560f81c0361266557815b848110612d0057505050505091612b649493916002612b5c9493612b38565b612d0e818661281e8261258b565b8381013560f81c838103612deb575082810180821161023257612d35612d3a918787614ffc565b61500b565b6015810180821161023257612d35612d53918787614ffc565b603d810180911161023257612d9a817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612d9385612b208f968b8b613d20565b1415612761565b60208101808211610232578186612db2921115612761565b6020810180911115612ce1577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8160028203612e69578491500180911161023257612e0a908585614f39565b90506014810180821161023257808661281e612e259361258b565b6015810180821161023257906101fe60145f928701013560f71c165b84818310612e5157505050612d9a565b909192612e5f908888614f9a565b9050920190612e41565b6003612e759214612761565b82810180911161023257612ec481847fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612ebd868f96612eb6908c8c613d20565b9891614c0d565b1414612761565b612d9a565b919060028495941492838015612fbb575b1561266557612f1e85917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612f1760a08d0151612b208888613cc6565b1414612691565b8093612f37575b5090612b5c92916002612b6496612b38565b929190602084019586851161023257604085019081881161023257612fb0612b5c96612f6b612b649a876002961115612761565b602089015160408a015160608b01519060808c015192602060405195612f9087611c86565b8a010135855260208501526040840152606083015260808201528d6132c1565b965050909192612f25565b5060058614612eda565b7f7737af63000000000000000000000000000000000000000000000000000000005f5260045ffd5b94506129b0565b945050505050565b91909182519060c08401925b7fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a8203613103575050506040825101515f936040602083019401945b84518110156130d757600190613058615403565b506130ce613067828651612138565b5173ffffffffffffffffffffffffffffffffffffffff81511690604073ffffffffffffffffffffffffffffffffffffffff60208301511691015190604051926130af84611c86565b80845260208401525f60408401526060830152608082015288516132c1565b81855201613044565b50935050505f90527fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a90565b6131108282979697613c1c565b60019361311f8286111561265e565b823560f81c600381036131d4575061313a8260091115612691565b60208601518386013560c01c918282106131c85750865182811061318957505090613176929160a08a01805115613181575b5050602991613bbf565b918452949394613008565b525f8061316c565b9067ffffffffffffffff80927f393a8d97000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b99505050505050505050565b90508481036131f4575090816131ee896131769484614204565b91613bbf565b6004810361320d575090816131ee896131769484614129565b61322a908660028761321f8688613cc6565b969194908795613d6b565b14920361325557506131769392916131ee911561324c5760ff5f5b16906125a7565b60ff6020613245565b93915015613269575b906131769291613bbf565b60405161327581611d07565b6004816132b89161317696959493525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e082015260608c01516132c1565b9091925061325e565b9060208201908151928381515181146132ee575b6132df9151612138565b52600182018092116102325752565b60011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8516850361023257600481018091116102325761332f859161233a565b5f5b828110613340575082526132d5565b6001919250613350818551612138565b5161335b8285612138565b5201908591613331565b1561336d5750565b7fd297dc69000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b919392907fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a81146137ec57816133d56133ee926009969594613c1c565b95906133e6602997602911156126c5565b013590613c1c565b90928560015b8381106137a857505050600192823560038110159560028214965b84871061344d5761342560a08a01518015613365565b7fe767abbb000000000000000000000000000000000000000000000000000000005f5260045ffd5b61345a898887878a61455e565b90509661346b818761281e8261258b565b8085013560f81c600181146135bf576002146134c7575061028b575f958761349f575b60208101809111610232579561340f565b7f07259e06000000000000000000000000000000000000000000000000000000005f5260045ffd5b6001819a9799969492989a95939501809111610232576134e8908484614f39565b94909761028b575f9460018314908115916135b0575b8a8215613574575b50506135665760a08973ffffffffffffffffffffffffffffffffffffffff8a61353160208401612179565b907f7c725fb4000000000000000000000000000000000000000000000000000000005f5260045216602452013560445260645ffd5b91939650919396949761348e565b73ffffffffffffffffffffffffffffffffffffffff9192506135a461359c6020849301612179565b938888613bdd565b16911614155f8a613506565b60808b01358a141591506134fe565b509895979290969193949661028b575f918115801590613765575b613755575050505060158601808711610232576135f8908584614ffc565b6136286020870173ffffffffffffffffffffffffffffffffffffffff8061361e83612179565b9416928392612179565b93160361370f575050850180861161023257613645908483614ffc565b61366b6060860173ffffffffffffffffffffffffffffffffffffffff8061361e83612179565b9316036136c9575050603d85018095116102325760a0946136999361368f92613d20565b5090915191613d6b565b7fbefbfaed000000000000000000000000000000000000000000000000000000005f52600452013560245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f2d6ac127000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f627d128b000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b909297959850959392909561348e565b5061377260408a01612179565b60018b01808c116102325773ffffffffffffffffffffffffffffffffffffffff61379e81928c8b614ffc565b16911614156135da565b906137ba91848787959998969761455e565b94908590156137d35750506120bd9495612b5791614877565b90959193929450602081018091116102325786906133f4565b61342560a08601518015613365565b90604084036139f6578360201161028b578235602084013560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08701106139c5575b601b8160ff1c019060ff82116102325773ffffffffffffffffffffffffffffffffffffffff851691821515938461393f575b50505050613936575b813b1515928361388c575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f8080613884565b50505050600190565b6020939450916139957f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94604051948594169189859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa156115ce5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080613870565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208781030160031b1b1661383e565b613a01848483614afd565b506004811015611b9a57159081613a22575b50156138795750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f613a13565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480613b3f575b15613aad577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526123fe60c082611d24565b507f00000000000000000000000000000000000000000000000000000000000000004614613a84565b60ff811690601f8211613b975760405191613b84604084611d24565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b906020830180841161023257613bd89184911115612761565b013590565b906014830180841161023257613bf69184911115612761565b013560601c90565b9082613c0e9161281e86836125a7565b01359060031b610100031c90565b9190918051519060408101908151915f925b848410613c6157867fee43168e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b84811015613cbf575b86613c76828551612138565b5114613c8f57613c87600191612631565b930192613c2e565b93509150929350600182019283831161023257613cb193602092520151612138565b519061ffff8260101c921690565b505f613c6a565b91906003811061269857600183013560f01c92836003019182600311610232578211612698576003019291565b919060408110612b7957603e83013560f01c92836040019182604011610232578211612b79576040019291565b909291600281018082116102325784613d6593613d4484613d609861281e8261257d565b613d548482013560f01c846125a7565b96879483861115612761565b612794565b92909291565b92919060a0820151935f925f5b8484821015614115576001820191613d94818761281e8261258b565b84013560f81c9060018203613dca575050613db0908484614f9a565b9590613dc160018701979689612138565b525b9493613d78565b6002829392989798145f14613e47575060289150613e31604084015173ffffffffffffffffffffffffffffffffffffffff613e06848989613bdd565b1673ffffffffffffffffffffffffffffffffffffffff613e2a601486018a8a613bdd565b16916151d0565b613e3f60018901988a612138565b520193613dc3565b600383149283801561410b575b15613eb7575050601491613e6c613e9b928787614f39565b929060608601519073ffffffffffffffffffffffffffffffffffffffff613e94868b8b613bdd565b169161513e565b9115613eb05750613e3f60018901988a612138565b9050613e31565b919692509060068103613ef6575050613ed4613ee0958585614f39565b959060808401516150f8565b9050613ef0600188019789612138565b52613dc3565b60048103613f105750508151613ef0600188019789612138565b60058103613f2d5750506020820151613ef0600188019789612138565b60108103613f465750506001613ef08188019789612138565b60118103613f5f5750505f613ef0600188019789612138565b60078103613fa35750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8601613ef0613f99828a612138565b515f039189612138565b60148103613fe85750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8601613ef0613fdd828a612138565b516001039189612138565b600c81036140995750507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe8601957ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd8101906001614046838b612138565b51036140635750613ef061405a888a612138565b51915b89612138565b6140927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff613ef092018a612138565b519161405d565b90966141047ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff613ef093019901926140f2848c612138565b516140fd8b8d612138565b5191615067565b9189612138565b5060158114613e54565b50505050505090614125906120fe565b5190565b61414361414e939261413b8184614eb1565b919093613d20565b949190845191613d6b565b82516080015190926003915f9160600190602081019083905b82518210156141e15761417a8282614b31565b91878351036141d75750506020915001938451906040519361419b85611d07565b611b9a576141d39484525f60208501525f60408501525f60608501525f608085015260a084015260c08301528460e0830152516132c1565b5290565b6001019150614167565b9450505050506120bd92604051926141f884611ceb565b835260208301526132c1565b90916142138360151115612691565b61422083602a111561272d565b61422d83601611156126f9565b82603e11614531576040519061424282611c86565b600183013560601c82526142a16020830193601681013560601c855260408401956001601583013560f81c14875261428f6060860191602a84013560601c835260808701935f8552613cf3565b98919490865190604082015196613d6b565b5f81131561448b576143346142e673ffffffffffffffffffffffffffffffffffffffff89511673ffffffffffffffffffffffffffffffffffffffff86511690886151d0565b8281101561448457805b81875261432d73ffffffffffffffffffffffffffffffffffffffff8b51169273ffffffffffffffffffffffffffffffffffffffff885116926125b4565b918861528b565b8351908082106143a0575b50509160409493916120bd97935161435d575b5050505001516132c1565b61439173ffffffffffffffffffffffffffffffffffffffff80614397965116925116925161438c8484876151d0565b6125a7565b9261528b565b5f808080614352565b959492909793915f60e06040516143b681611d07565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015273ffffffffffffffffffffffffffffffffffffffff88511673ffffffffffffffffffffffffffffffffffffffff86511697825115159a73ffffffffffffffffffffffffffffffffffffffff855116916040519261443b84611d07565b6120bd9d60409c614477966002875260208701528d860152606085015260808401525f60a084015260c083015260e082015260608801516132c1565b919397819395965061433f565b82906142f0565b9250959392509373ffffffffffffffffffffffffffffffffffffffff8080925f60e06040516144b981611d07565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201520152511694511695511515945116604051946144fb86611d07565b6120bd9660609560018852602088015260408701528486015260808501525f60a085015260c08401525f60e084015201516132c1565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52602a60045260245ffd5b9493929091614571828261281e8261258b565b8183013560f81c60018114614705576002146145d357600182018092116102325761459b92613d20565b9491909135600381101561028b5760021491826145bb575b505090509190565b6145ca92506001935191613d6b565b14805f806145b3565b94925060018101809111610232576145ec908583614f39565b90928035600381101561028b5760011493846146f7575b50836146ba575b60a001356014820192838311610232575f9361462a818961281e8261258b565b60156014858401013560f81c940180911161023257969291905f935b8385106146625750505050508161465c57509190565b90509190565b9091929394600190846146796146839b8587614f9a565b85879d929d614f9a565b9190919b831561469c575b505050950193929190614646565b13159150816146af575b505f858161468e565b90508413155f6146a6565b925060a06146ca60208501612179565b73ffffffffffffffffffffffffffffffffffffffff806146eb858a88613bdd565b1691161493905061460a565b60808201351493505f614603565b50919490603d81018082116102325761471f908488613d20565b979091928435600381101561028b57159586614800575b866147bc575b86614771575b50505083614754575b50505090509190565b60a0935061476492945191613d6b565b91013514805f808061474b565b909192955061478260608601612179565b92602983018093116102325773ffffffffffffffffffffffffffffffffffffffff9283926147af92614ffc565b16911614925f8080614742565b95506147ca60208601612179565b601582018083116102325773ffffffffffffffffffffffffffffffffffffffff6147f681928a87614ffc565b169116149561473c565b955061480e60408601612179565b600182018083116102325773ffffffffffffffffffffffffffffffffffffffff61483a81928a87614ffc565b1691161495614736565b1561484c5750565b7f0d24dd22000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b803591600383101561028b5760028314614af857600160a08301359384807fffffffffffffffffffffffffffffffffffffffff00000000000000000000000013159081614ae0575b6148c891614844565b14614ad0575f8313156149b15760409092919251015181935f92602083019460608101945b865181101561496d576148fe615403565b5061490a818651612138565b5173ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff61494489612179565b1614614954575b506001016148ed565b600191986040614966920151906125a7565b979061494b565b506149af955061153960406149a39261499d614391959798969a6c01000000000000000000000000811115614844565b01612179565b9261438c8484876151d0565b565b91906149bf60208201612179565b926149d860606149d160408501612179565b9301612179565b9273ffffffffffffffffffffffffffffffffffffffff604051956149fb87611c86565b16855273ffffffffffffffffffffffffffffffffffffffff602086019316835273ffffffffffffffffffffffffffffffffffffffff80806040880197600189528160608201981688525f60808201525f60e0604051614a5981611d07565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015251169451169551151594511660405194614a9b86611d07565b6149af966060955f8852602088015260408701528486015260808501525f60a085015260c08401525f60e084015201516132c1565b51606001516149af925090615421565b6c0100000000000000000000000081131591506148bf565b505050565b9060418303614b2757614b209250602081013591604082359201355f1a906154fc565b9192909190565b50505f9160029190565b90614125915f6020604051614b4581611ceb565b828152015251612138565b8015614bea575f811315614be4575b7d0101020202020303030303030303000000000000000000000000000000006fffffffffffffffffffffffffffffffff821160071b67ffffffffffffffff83821c1160061b1763ffffffff83821c1160051b1761ffff83821c1160041b1760ff83821c1160031b17600f83821c1160021b1791821c1a17600181018091116102325790565b19614b5f565b505f90565b919060405192614bfe84611ccf565b83526020830152604082015290565b9192906020840151925f935f915f5b848110614c5b57505050614c456102009493614c40614c5094600160809514612761565b6120fe565b5194019182516125a7565b80915211612fc55790565b80969296614c6882612631565b91614c77818861281e8261258b565b83013560f81c9060018203614d5b57505091614c97614c9e938684614f9a565b9390614b50565b905b60fe8211801590614d32575b15614d06576080851015614cde57614cd791614cd1614cca87612631565b9689612138565b52612631565b9591614c1c565b7f2e3a521a000000000000000000000000000000000000000000000000000000005f5260045ffd5b507f25b262d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8214614cac565b60028203614d925750506014810180821161023257808661281e614d7e93612599565b602881018091116102325791606090614ca0565b876003839694931495868015614ea7575b15614e0657505050614db6908684614f39565b9050614dc6818761281e82612599565b60148101809111610232579215614de05760605b90614ca0565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff614dda565b929550909160068103614e2c57505050614e24614dda938684614f39565b939088615860565b600481148015614e9d575b15614e4757505050604090614ca0565b601081148015614e93575b15614e81575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff90614ca0565b90614e8d93969161559d565b93614ca0565b5060118114614e52565b5060058114614e37565b5060158114614da3565b90919060028310612698576001810135908160f81c60208111612698576002019384600211610232578411614f0c576002013560f59190911c6107f81661010090810391821c91908111610232571b91806002116102325790565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600260045260245ffd5b929192614f4a848361281e8261258b565b83810135918260f81c91614f62866020851115612761565b600186018096116102325782866107f893614f7c93613bfe565b9260f51c1661010003916101008311610232576120bd921b936125a7565b929192614fab848361281e8261258b565b83810135906107f88260f81c92614fc6876020861115612761565b60f51c166101000390610100821161023257600186018096116102325782866120bd95614ff293613bfe565b811b901d936125a7565b9082613bf69161281e82612599565b73ffffffffffffffffffffffffffffffffffffffff168015158061505d575b156150325750565b7f1d13fd16000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b503081141561502a565b600881146150f357600981146150ee57600a81146150e957600b81146150d957601281146150d457601381146150cf57601681146150c957601781146150c457601881146150bf576019146150ba571490565b131590565b501290565b501390565b50121590565b501790565b501690565b50816150e55750505f90565b0590565b500290565b500390565b500190565b6020810191905f5b8351811015615134576151138183614b31565b838151146151245750600101615100565b6020015160019590945092505050565b505050505f905f90565b6020810192905f5b84518110156151c557615157615403565b50615163818351612138565b51848151148061518c575b61517b5750600101615146565b604001516001969095509350505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff85161461516e565b50505050505f905f90565b90915f9173ffffffffffffffffffffffffffffffffffffffff602082019416925b845181101561528257615202615403565b5061520e818351612138565b518473ffffffffffffffffffffffffffffffffffffffff8251161480615249575b61523c57506001016151f1565b6040015195945050505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff85161461522f565b50505050505f90565b93602085019390925f9273ffffffffffffffffffffffffffffffffffffffff16908215905b86518510156153ba576152c1615403565b506152cd858951612138565b51928073ffffffffffffffffffffffffffffffffffffffff85511614801590615380575b6153745750501561536a57505082517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81019081116102325783525b82518110156153645783519060018101918282116102325760019261535191612138565b5161535d828751612138565b520161532d565b50915050565b6040015250915050565b925093600101936152b0565b5073ffffffffffffffffffffffffffffffffffffffff60208501511673ffffffffffffffffffffffffffffffffffffffff831614156152f1565b955090939592506153fd5773ffffffffffffffffffffffffffffffffffffffff6149af94604051946153eb86611ccf565b855216602084015260408301526132c1565b50505050565b6040519061541082611ccf565b5f6040838281528260208201520152565b5f6020830160808301359260a0810135945b82518410156154bd57615444615403565b50615450848251612138565b519385855114801590615478575b61546e5750505050604091500152565b6001019350615433565b5073ffffffffffffffffffffffffffffffffffffffff60208601511673ffffffffffffffffffffffffffffffffffffffff6154b560208601612179565b16141561545e565b92509390604090511015612c6f5773ffffffffffffffffffffffffffffffffffffffff6154ef60206149af9601612179565b604051946153eb86611ccf565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161559257906155556020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa156115ce575f5173ffffffffffffffffffffffffffffffffffffffff81161561558857905f905f90565b505f906001905f90565b5050505f9160039190565b93929091600785148015615856575b15615836576155ce60ff60015b16826155c9858395841115612761565b6125b4565b946155d98685612138565b5193600183146158035760018701808811610232576155fa60039183612138565b519314615734575060128114801561572a575b801592615648858515807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8a141490816156fe575b50612761565b6008831480156156f4575b6156d757600a83146156c55750600b82146156bd5761567894509161569d5750612761565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9190565b60168110159150816156b1575b505f615642565b601a915011155f6156aa565b505050509190565b93505050506156d3916125a7565b9190565b949350505050818082119118021860018101809111610232579190565b5060098314615653565b90507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8414145f615642565b506013811461560d565b9291937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff915014806157d9575b80615793575b9061577191612761565b600284018085116102325761578591612138565b519081808211911802189190565b506002850190818611610232577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6157ce6157719385612138565b511415909150615767565b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831415615761565b506156d39291506014147fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff841414612761565b600c850361584a576155ce60ff60036155b9565b6155ce60ff60026155b9565b50601485146155ac565b805b61586c5750505f90565b615874615403565b5081815114615887576040015180615862565b6020915001519056' as const;
